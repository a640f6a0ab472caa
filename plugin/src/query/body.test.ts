import { dateTime, setWeekStart } from '@grafana/data';
import { bodyOf, sameQuestion } from './body';

const range = {
  from: dateTime('2026-11-01T00:00:00Z'),
  to: dateTime('2026-11-08T00:00:00Z'),
  raw: { from: 'now-7d', to: 'now' },
};

describe('bodyOf', () => {
  it('is what the service takes: zone, week and range around the query, and nothing of Grafana’s', () => {
    setWeekStart('monday');
    const query = { refId: 'A', metrics: ['calls'], hide: true, key: 'k', datasource: { uid: 'x' }, part: undefined };
    expect(bodyOf(query, range, 'utc')).toEqual({
      ...{ timeZone: 'UTC', weekStart: 'monday', from: '2026-11-01T00:00:00.000Z', to: '2026-11-08T00:00:00.000Z' },
      queries: [{ refId: 'A', metrics: ['calls'] }],
    });
  });

  it("has the query's own zone and week before the dashboard's", () => {
    const query = { refId: 'A', timeZone: 'Asia/Tokyo', weekStart: 'sunday' as const };
    expect(bodyOf(query, undefined, 'utc')).toEqual({
      timeZone: 'Asia/Tokyo',
      weekStart: 'sunday',
      queries: [{ refId: 'A' }],
    });
  });
});

describe('sameQuestion', () => {
  it('does not mind the order', () => {
    const one = { refId: 'A', metrics: ['calls'], interval: '1d' };
    expect(sameQuestion(one, { interval: '1d', metrics: ['calls'], refId: 'A' })).toBe(true);
    expect(sameQuestion(one, { ...one, interval: '1h' })).toBe(false);
  });
});
