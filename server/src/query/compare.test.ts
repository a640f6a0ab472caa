import { describe, expect, it } from '@jest/globals';
import { shifted, shiftOf } from './compare.js';

const zone = 'Europe/Berlin';
const at = (text: string) => Date.parse(text);
const around = { zone, weekStart: 'monday', now: at('2026-11-08T12:00:00Z') } as const;
const back = (compare: string, from: string, to: string, window: string | null = null) => {
  const range = { from: at(from), to: at(to) };
  const shift = shiftOf(compare, range, window, around);
  return [range.from, range.to].map((instant) => new Date(shifted(instant, shift, zone)).toISOString());
};

describe('the range that is compared with', () => {
  it.each([
    ['whole days over a clock change', 'previous_period', '2026-10-25T23:00:00Z', '2026-10-26T23:00:00Z',
      ['2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z']],
    ['a day so far', 'previous_period', '2026-11-07T23:00:00Z', '2026-11-08T12:00:00Z',
      ['2026-11-06T23:00:00.000Z', '2026-11-07T12:00:00.000Z']],
    ['any other span', 'previous_period', '2026-11-08T10:00:00Z', '2026-11-08T12:30:00Z',
      ['2026-11-08T07:30:00.000Z', '2026-11-08T10:00:00.000Z']],
    ['a week, at the same local time', 'previous_week', '2026-10-26T09:00:00Z', '2026-10-26T10:00:00Z',
      ['2026-10-19T08:00:00.000Z', '2026-10-19T09:00:00.000Z']],
    ['a year, of which one has no 29 February', 'previous_year', '2024-02-28T23:00:00Z', '2024-03-01T23:00:00Z',
      ['2023-02-27T23:00:00.000Z', '2023-03-01T23:00:00.000Z']],
    ['hours', '36h', '2026-11-08T10:00:00Z', '2026-11-08T12:00:00Z',
      ['2026-11-06T22:00:00.000Z', '2026-11-07T00:00:00.000Z']],
    ['a month that is shorter', '1M', '2026-03-30T22:00:00Z', '2026-03-31T22:00:00Z',
      ['2026-02-27T23:00:00.000Z', '2026-02-28T23:00:00.000Z']],
  ])('is right for %s', (_, compare, from, to, expected) => {
    expect(back(compare, from, to)).toEqual(expected);
  }); // prettier-ignore

  it('of this year so far is last year until the same day', () => {
    expect(back('previous_period', '2025-12-31T23:00:00Z', '2026-11-08T12:00:00Z', 'this_year')).toEqual([
      '2024-12-31T23:00:00.000Z',
      '2025-11-08T12:00:00.000Z',
    ]);
  });

  it.each(['127y', '1525M', '9999y'])('is none that lies before 1900, such as %s', (compare) => {
    expect(() => back(compare, '2026-11-08T10:00:00Z', '2026-11-08T12:00:00Z')).toThrow('beyond the year 1900');
  });

  it('may lie as far back as a range', () => {
    expect(back('126y', '2026-11-08T10:00:00Z', '2026-11-08T12:00:00Z')).toEqual([
      '1900-11-08T10:00:00.000Z',
      '1900-11-08T12:00:00.000Z',
    ]);
  });

  it.each(['yesterday', '0d', '7', '', '1e3d', 'constructor', '__proto__'])('is nothing for %j', (compare) => {
    expect(() => back(compare, '2026-11-08T10:00:00Z', '2026-11-08T12:00:00Z')).toThrow('nothing to compare with');
  });
});
