import { dateTime, type Field, FieldType } from '@grafana/data';
import { stepAt } from './step';

const HOUR = 3_600_000;
const at = (hour: number) => Date.parse('2026-11-01T00:00:00Z') + hour * HOUR;
const time: Field = { name: 'time', type: FieldType.time, config: { interval: HOUR }, values: [0, 1, 2, 4].map(at) };
const [from, to] = [dateTime(at(0) + 60_000), dateTime(at(4) + 120_000)];
const range = { from, to, raw: { from: 'now-4h', to: 'now' } };
const asked = { refId: 'A', metrics: ['calls'] };
const between = (begin: number, end: number) => ({ from: String(begin), to: String(end) });

describe('stepAt', () => {
  it.each([
    ['of a step in the middle', 1, at(1), at(2)],
    ['begins with the range where the step began before it', 0, at(0) + 60_000, at(1)],
    ['ends with the range where the step goes on after it', 4, at(4), at(4) + 120_000],
    ['is no longer than a step where the next one is missing', 2, at(2), at(3)],
  ])('%s', (_, hour, begin, end) => {
    expect(stepAt(String(at(hour)), time, asked, range)).toEqual(between(begin, end));
  });

  it('ends where the next month begins, though months are as long as the longest', () => {
    const months = ['2026-02-01', '2026-03-01', '2026-04-01'].map((day) => Date.parse(day));
    const monthly = { ...time, config: { interval: 31 * 24 * HOUR }, values: months };
    const year = { from: dateTime('2026-01-01'), to: dateTime('2027-01-01'), raw: { from: 'now/y', to: 'now/y' } };
    expect(stepAt(String(months[0]), monthly, asked, year)).toEqual(between(months[0] ?? 0, months[1] ?? 0));
  });

  it('of a running sum is all until the end of its step', () => {
    const running = { ...asked, cumulative: true };
    expect(stepAt(String(at(2)), time, running, range)).toEqual(between(from.valueOf(), at(3)));
    expect(stepAt(String(at(2)), time, { ...running, window: 'today' }, range)).toBeUndefined();
  });

  it('of a window of the query knows nothing of the range of the board', () => {
    expect(stepAt(String(at(0)), time, { ...asked, window: 'today' }, range)).toEqual(between(at(0), at(1)));
  });

  it.each([undefined, '', 'Monday'])('is of no point that Grafana tells as %p', (shown) => {
    expect(stepAt(shown, time, asked, range)).toBeUndefined();
  });
});
