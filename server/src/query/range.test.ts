import { describe, expect, it } from '@jest/globals';
import { chooseInterval, rangeOf } from './range.js';

const DAY = 86_400_000;
const now = Date.parse('2026-11-08T12:00:00Z');
const around = { zone: 'Europe/Moscow', weekStart: 'monday', now } as const;
const days = (count: number) => ({ from: now - count * DAY, to: now });

describe('the range', () => {
  it.each([
    ['last_15m', '2026-11-08T11:45:00.000Z'],
    ['last_30m', '2026-11-08T11:30:00.000Z'],
    ['last_60m', '2026-11-08T11:00:00.000Z'],
    ['today', '2026-11-07T21:00:00.000Z'],
    ['this_year', '2025-12-31T21:00:00.000Z'],
    ['all', '2001-02-03T04:05:06.000Z'],
  ] as const)('%s begins at %s', (window, begin) => {
    const range = rangeOf({ window, from: 0, to: 1 }, { ...around, earliest: Date.parse('2001-02-03T04:05:06Z') });
    expect([new Date(range.from).toISOString(), range.to]).toEqual([begin, now]);
  });

  it('is the query’s own before the one around it', () => {
    expect(rangeOf({ from: 5 }, { ...around, from: 1, to: 9 })).toEqual({ from: 5, to: 9 });
  });

  it('must be there and not be empty', () => {
    expect(() => rangeOf({}, around)).toThrow('has no range');
    expect(() => rangeOf({ from: 5, to: 5 }, around)).toThrow('The range is empty');
  });
});

describe('the interval', () => {
  it.each([
    [1 / 24, 1200, '1m'],
    [1, 1200, '5m'],
    [2, 1200, '5m'],
    [2.1, 1200, '15m'],
    [30, 1200, '1h'],
    [365, 20_000, '1h'],
    [401, 20_000, '1d'],
    [401, 100, '1w'],
    [4000, 100, '1y'],
    [1 / 24, 43_200, '1m'],
    [30, 1, '1y'],
  ])('for %d days and %d points is %s', (count, points, expected) => {
    expect(chooseInterval('auto', days(count), points)).toBe(expected);
  });

  it.each([
    ['1m', 2.5, 'for ranges of up to 2 days'],
    ['5m', 3, 'for ranges of up to 2 days'],
    ['1h', 401, 'for ranges of up to 400 days'],
    ['15m', 200, 'more than 11,000'],
    ['1d', 50 * 365, 'more than 11,000'],
  ] as const)('%s over %d days is refused', (interval, count, why) => {
    expect(() => chooseInterval(interval, days(count))).toThrow(why);
  });
});
