import { describe, expect, it } from '@jest/globals';
import type { WeekStart } from '../tenants/tenant.schema.js';
import { grid, type Interval, longestStep, startOf } from './buckets.js';

const iso = (times: readonly number[]) => times.map((time) => new Date(time).toISOString().replace('.000Z', 'Z'));
const of = (interval: Interval, zone: string, from: string, to: string, weekStart: WeekStart = 'monday') =>
  grid(interval, zone, weekStart, Date.parse(from), Date.parse(to));

describe('the buckets of a range', () => {
  it('begin at the range itself and are called by where they really begin', () => {
    const { boundaries, times, end } = of('1d', 'Europe/Moscow', '2026-11-01T10:00:00.001Z', '2026-11-03T00:00:00Z');
    expect(boundaries.map((time) => new Date(time).toISOString())).toEqual([
      '2026-11-01T10:00:00.001Z',
      '2026-11-01T21:00:00.000Z',
      '2026-11-02T21:00:00.000Z',
    ]);
    expect(iso(times)).toEqual(['2026-10-31T21:00:00Z', '2026-11-01T21:00:00Z', '2026-11-02T21:00:00Z']);
    expect(iso([end])).toEqual(['2026-11-03T21:00:00Z']);
  });

  it('leave out the bucket that would begin exactly at the end', () => {
    expect(iso(of('1d', 'UTC', '2026-11-01T00:00:00Z', '2026-11-03T00:00:00Z').times)).toEqual([
      '2026-11-01T00:00:00Z',
      '2026-11-02T00:00:00Z',
    ]);
  });

  it.each<[string, Interval, string, string, string, string[], WeekStart?]>([
    ['a day of 25 hours', '1d', 'Europe/Berlin', '2026-10-24T22:00:00Z', '2026-10-26T23:00:00Z',
      ['2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z']],
    ['a day of 23 hours', '1d', 'Europe/Berlin', '2026-03-28T23:00:00Z', '2026-03-30T22:00:00Z',
      ['2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z']],
    ['both of two equal hours', '1h', 'Europe/Berlin', '2026-10-25T00:00:00Z', '2026-10-25T03:00:00Z',
      ['2026-10-25T00:00:00Z', '2026-10-25T01:00:00Z', '2026-10-25T02:00:00Z']],
    ['a skipped midnight (Beirut)', '1d', 'Asia/Beirut', '2026-03-27T22:00:00Z', '2026-03-30T21:00:00Z',
      ['2026-03-27T22:00:00Z', '2026-03-28T22:00:00Z', '2026-03-29T21:00:00Z']],
    ['a skipped midnight (Cairo)', '1d', 'Africa/Cairo', '2026-04-22T22:00:00Z', '2026-04-24T21:00:00Z',
      ['2026-04-22T22:00:00Z', '2026-04-23T22:00:00Z']],
    ['a skipped midnight (Santiago)', '1d', 'America/Santiago', '2026-09-05T04:00:00Z', '2026-09-07T03:00:00Z',
      ['2026-09-05T04:00:00Z', '2026-09-06T04:00:00Z']],
    ['the first of two midnights (Havana)', '1d', 'America/Havana', '2026-10-31T04:00:00Z', '2026-11-02T05:00:00Z',
      ['2026-10-31T04:00:00Z', '2026-11-01T04:00:00Z']],
    ['quarter hours of Kathmandu', '1h', 'Asia/Kathmandu', '2026-01-01T00:15:00Z', '2026-01-01T02:15:00Z',
      ['2026-01-01T00:15:00Z', '2026-01-01T01:15:00Z']],
    ['half an hour lost (Lord Howe)', '1h', 'Australia/Lord_Howe', '2026-10-03T14:30:00Z', '2026-10-03T17:00:00Z',
      ['2026-10-03T14:30:00Z', '2026-10-03T15:30:00Z', '2026-10-03T16:00:00Z']],
    ['half an hour won (Lord Howe)', '1h', 'Australia/Lord_Howe', '2026-04-04T14:00:00Z', '2026-04-04T16:30:00Z',
      ['2026-04-04T14:00:00Z', '2026-04-04T15:00:00Z', '2026-04-04T15:30:00Z']],
    ['a start inside the half hour that a change began', '1h', 'Australia/Lord_Howe', '2026-04-04T15:10:00Z', '2026-04-04T16:00:00Z',
      ['2026-04-04T15:00:00Z', '2026-04-04T15:30:00Z']],
    ['a whole day that never was (Apia)', '1d', 'Pacific/Apia', '2011-12-29T10:00:00Z', '2012-01-01T10:00:00Z',
      ['2011-12-29T10:00:00Z', '2011-12-30T10:00:00Z', '2011-12-31T10:00:00Z']],
    ['weeks from Monday', '1w', 'UTC', '2026-11-04T00:00:00Z', '2026-11-16T00:00:00Z',
      ['2026-11-02T00:00:00Z', '2026-11-09T00:00:00Z']],
    ['weeks from Sunday', '1w', 'UTC', '2026-11-04T00:00:00Z', '2026-11-15T00:00:00Z',
      ['2026-11-01T00:00:00Z', '2026-11-08T00:00:00Z'], 'sunday'],
    ['weeks from Saturday', '1w', 'UTC', '2026-11-04T00:00:00Z', '2026-11-14T00:00:00Z',
      ['2026-10-31T00:00:00Z', '2026-11-07T00:00:00Z'], 'saturday'],
    ['months', '1M', 'America/New_York', '2026-02-10T00:00:00Z', '2026-04-01T04:00:00Z',
      ['2026-02-01T05:00:00Z', '2026-03-01T05:00:00Z']],
    ['years', '1y', 'Asia/Tokyo', '2025-06-01T00:00:00Z', '2026-06-01T00:00:00Z',
      ['2024-12-31T15:00:00Z', '2025-12-31T15:00:00Z']],
  ])('know %s', (_, interval, zone, from, to, expected, weekStart = 'monday') => {
    expect(iso(of(interval, zone, from, to, weekStart).times)).toEqual(expected);
  }); // prettier-ignore

  it('have one bucket for a range of a millisecond', () => {
    const { boundaries, times } = of('15m', 'UTC', '2026-01-01T00:07:00.000Z', '2026-01-01T00:07:00.001Z');
    expect([iso(boundaries), iso(times)]).toEqual([['2026-01-01T00:07:00Z'], ['2026-01-01T00:00:00Z']]);
  });
});

it('finds the start of the day in the zone', () => {
  const noon = Date.parse('2026-03-29T12:00:00Z');
  expect(iso([startOf('1d', 'Asia/Beirut', 'monday', noon)])).toEqual(['2026-03-28T22:00:00Z']);
  expect(iso([startOf('1y', 'Asia/Beirut', 'monday', noon)])).toEqual(['2025-12-31T22:00:00Z']);
});

describe('the longest bucket', () => {
  const hours = (interval: Interval, from: string, to: string) =>
    longestStep(of(interval, 'Europe/Berlin', from, to)) / 3_600_000;

  it('has the hour that a day has more when the clock is set back', () => {
    expect(hours('1d', '2026-10-19T00:00:00+02:00', '2026-10-24T00:00:00+02:00')).toBe(24);
    expect(hours('1d', '2026-10-19T00:00:00+02:00', '2026-10-30T00:00:00+01:00')).toBe(25);
    expect(hours('1d', '2026-10-25T00:00:00+02:00', '2026-10-25T12:00:00+01:00')).toBe(25);
  });

  it('is the longest of the months', () => {
    expect(hours('1M', '2026-01-15T00:00:00+01:00', '2026-02-20T00:00:00+01:00')).toBe(31 * 24);
    expect(hours('1M', '2026-10-15T00:00:00+02:00', '2026-11-20T00:00:00+01:00')).toBe(31 * 24 + 1);
  });
});
