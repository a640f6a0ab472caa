import { expect, it } from '@jest/globals';
import { yearChanges } from './year-changes.js';

const between = (from: string, to: string, zone: string) =>
  yearChanges(Date.parse(from), Date.parse(to), zone).map(({ at, year }) => [year, new Date(at).toISOString()]);

it.each([
  ['2026-06-01T00:00:00Z', '2028-06-01T00:00:00Z', 'UTC', [[2027, '2027-01-01T00:00:00.000Z'], [2028, '2028-01-01T00:00:00.000Z']]],
  ['2026-12-31T20:00:00Z', '2026-12-31T23:00:00Z', 'Europe/Moscow', [[2027, '2026-12-31T21:00:00.000Z']]],
  ['2026-12-31T20:00:00Z', '2026-12-31T23:00:00Z', 'UTC', []],
  ['2027-01-01T00:00:00Z', '2027-01-02T00:00:00Z', 'America/New_York', [[2027, '2027-01-01T05:00:00.000Z']]],
  // The range holds its beginning, not its end.
  ['2027-01-01T00:00:00Z', '2028-01-01T00:00:00Z', 'UTC', [[2027, '2027-01-01T00:00:00.000Z']]],
  ['2026-03-01T00:00:00Z', '2026-04-01T00:00:00Z', 'Asia/Kathmandu', []],
])('from %s to %s in %s', (from, to, zone, expected) => expect(between(from, to, zone)).toEqual(expected)); // prettier-ignore
