import { describe, expect, it } from '@jest/globals';
import { fromWall, toWall } from './wall-time.js';

describe('clocks on the wall', () => {
  it.each([
    ['2026-11-22T09:30:00Z', 'Europe/Moscow', '2026-11-22T12:30'],
    ['2026-07-01T22:15:00Z', 'Europe/Berlin', '2026-07-02T00:15'],
    ['2026-01-01T00:00:00Z', 'America/New_York', '2025-12-31T19:00'],
    ['2026-06-01T00:00:00Z', 'Asia/Kathmandu', '2026-06-01T05:45'],
  ])('shows %s in %s as %s, and back', (instant, zone, wall) => {
    expect(toWall(Date.parse(instant), zone)).toBe(wall);
    expect(new Date(fromWall(wall, zone)).toISOString()).toBe(new Date(instant).toISOString());
  });

  it.each([
    ['the day that begins summer time', '2026-03-29T00:30', '2026-03-28T23:30:00.000Z'],
    ['after the hour that is skipped', '2026-03-29T03:00', '2026-03-29T01:00:00.000Z'],
    ['after the hour that comes twice', '2026-10-25T03:30', '2026-10-25T02:30:00.000Z'],
  ])('reads %s', (_, wall, instant) => {
    expect(new Date(fromWall(wall, 'Europe/Berlin')).toISOString()).toBe(instant);
  });

  it.each(['', 'yesterday', '2026-13-01T00:00'])('reads %p as no time', (text) => {
    expect(fromWall(text, 'UTC')).toBeNaN();
  });
});
