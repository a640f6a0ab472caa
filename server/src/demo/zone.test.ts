import { describe, expect, it } from '@jest/globals';
import { addDays, dayBounds, dayNumber, localDay } from './zone.js';

const hours = (day: string, zone: string): number => {
  const { start, end } = dayBounds(day, zone);
  return (end - start) / 3_600_000;
};

describe('dayBounds', () => {
  it.each([
    ['2026-11-21', 'Europe/Moscow', '2026-11-20T21:00:00Z', 24],
    ['2026-03-08', 'America/New_York', '2026-03-08T05:00:00Z', 23],
    ['2026-03-09', 'America/New_York', '2026-03-09T04:00:00Z', 24],
    ['2026-11-01', 'America/New_York', '2026-11-01T04:00:00Z', 25],
    ['2026-06-01', 'Asia/Kathmandu', '2026-05-31T18:15:00Z', 24],
    // Clocks in Santiago skip midnight: the day begins at one o'clock.
    ['2026-09-06', 'America/Santiago', '2026-09-06T04:00:00Z', 23],
  ])('%s in %s begins at %s and has %d hours', (day, zone, start, length) => {
    expect(new Date(dayBounds(day, zone).start).toISOString()).toBe(start.replace('Z', '.000Z'));
    expect(hours(day, zone)).toBe(length);
  });

  it('joins days without gap or overlap through a year with two changes of clocks', () => {
    for (let day = '2026-01-01'; day < '2027-01-01'; day = addDays(day, 1)) {
      const { start, end } = dayBounds(day, 'America/New_York');
      expect(dayBounds(addDays(day, 1), 'America/New_York').start).toBe(end);
      expect(localDay(start, 'America/New_York')).toBe(day);
      expect(localDay(end - 1, 'America/New_York')).toBe(day);
    }
  });
});

it('counts dates across months and leap days', () => {
  expect(addDays('2028-02-28', 2)).toBe('2028-03-01');
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  expect(dayNumber('1970-01-11')).toBe(10);
});
