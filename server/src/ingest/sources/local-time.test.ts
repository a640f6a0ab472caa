import { describe, expect, it } from '@jest/globals';
import { hasOffset, isZone, readTime } from './local-time.js';

const iso = (text: string, zone: string, anchor?: string): string | undefined => {
  const moment = readTime(text, zone, anchor === undefined ? undefined : Date.parse(anchor));
  return moment === undefined ? undefined : new Date(moment).toISOString();
};

describe('readTime', () => {
  // The expected moments are from the zones' published rules, not from this program.
  it.each([
    ['2024-01-27 15:07:24', 'UTC', '2024-01-27T15:07:24.000Z'],
    ['2024-01-27 15:07:24', 'Europe/Moscow', '2024-01-27T12:07:24.000Z'],
    ['1999-01-01 0:00:31', 'Asia/Jerusalem', '1998-12-31T22:00:31.000Z'],
    ['2024-07-01 12:00:00', 'America/New_York', '2024-07-01T16:00:00.000Z'],
    ['2024-07-01 12:00', 'Asia/Kathmandu', '2024-07-01T06:15:00.000Z'],
    ['2024-07-01T12:00:00.25', 'Asia/Kolkata', '2024-07-01T06:30:00.250Z'],
    ['2024-07-01\u00a012:00:00', 'UTC', '2024-07-01T12:00:00.000Z'],
    ['2024-01-27 15:07:24+0300', 'America/New_York', '2024-01-27T12:07:24.000Z'],
    ['2024-01-27T15:07:24-03:30', 'UTC', '2024-01-27T18:37:24.000Z'],
    ['2024-01-27 15:07:24Z', 'Europe/Moscow', '2024-01-27T15:07:24.000Z'],
    ['2024-02-29 00:00:00', 'UTC', '2024-02-29T00:00:00.000Z'],
    // Samoa had no 30 December 2011.
    ['2011-12-31 00:00:00', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
  ])('reads %s in %s', (text, zone, moment) => {
    expect(iso(text, zone)).toBe(moment);
  });

  it('takes an hour that the clocks skip for the hour after it', () => {
    expect(iso('2024-03-31 02:30:00', 'Europe/Berlin')).toBe('2024-03-31T01:30:00.000Z');
    expect(iso('2024-03-31 01:59:59', 'Europe/Berlin')).toBe('2024-03-31T00:59:59.000Z');
    expect(iso('2024-03-31 03:00:00', 'Europe/Berlin')).toBe('2024-03-31T01:00:00.000Z');
  });

  it('takes an hour that the clocks show twice for its first time', () => {
    expect(iso('2024-10-27 02:30:00', 'Europe/Berlin')).toBe('2024-10-27T00:30:00.000Z');
    expect(iso('2024-10-27 01:59:59', 'Europe/Berlin')).toBe('2024-10-26T23:59:59.000Z');
    expect(iso('2024-10-27 03:00:00', 'Europe/Berlin')).toBe('2024-10-27T02:00:00.000Z');
  });

  it('takes the second time of such an hour when the first lies before what came before', () => {
    expect(iso('2024-10-27 02:05:00', 'Europe/Berlin', '2024-10-27T00:55:00Z')).toBe('2024-10-27T01:05:00.000Z');
    expect(iso('2024-10-27 02:05:00', 'Europe/Berlin', '2024-10-27T00:05:01Z')).toBe('2024-10-27T00:05:00.000Z');
  });

  it.each(['', '27.01.2024 15:07', '2024-02-30 00:00:00', '2024-13-01 00:00:00', '2024-01-01 24:00:00', '2024-01-01'])(
    'refuses %p',
    (text) => {
      expect(readTime(text, 'UTC')).toBeUndefined();
    },
  );
});

describe('zones', () => {
  it('knows IANA zones and no others', () => {
    expect(isZone('Europe/Moscow')).toBe(true);
    expect(isZone('Europe/Moskow')).toBe(false);
    expect(isZone('')).toBe(false);
  });

  it('sees an offset', () => {
    expect(hasOffset('2024-01-27 15:07:24+03')).toBe(true);
    expect(hasOffset('2024-01-27 15:07:24')).toBe(false);
  });
});
