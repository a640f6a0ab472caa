import { describe, expect, it } from '@jest/globals';
import { panelRange, parseRange } from './range.js';

const NOW = Date.parse('2026-11-22T10:41:05.250Z');
const iso = (from: string, to: string, zone: string, now = NOW) => {
  const span = parseRange(from, to, zone, now);
  return [new Date(span.from).toISOString(), new Date(span.to).toISOString()];
};

describe('parseRange', () => {
  it.each([
    ['now-24h', 'now', 'UTC', '2026-11-21T10:41:05.250Z', '2026-11-22T10:41:05.250Z'],
    ['now-7d', 'now', 'Europe/Moscow', '2026-11-15T10:41:05.250Z', '2026-11-22T10:41:05.250Z'],
    ['now/d', 'now', 'Europe/Moscow', '2026-11-21T21:00:00.000Z', '2026-11-22T10:41:05.250Z'],
    ['now-1d/d', 'now-1d/d', 'Europe/Moscow', '2026-11-20T21:00:00.000Z', '2026-11-21T21:00:00.000Z'],
    ['now/w', 'now/w', 'UTC', '2026-11-16T00:00:00.000Z', '2026-11-23T00:00:00.000Z'],
    ['now-1M/M', 'now-1M/M', 'UTC', '2026-10-01T00:00:00.000Z', '2026-11-01T00:00:00.000Z'],
    ['now/Q', 'now', 'UTC', '2026-10-01T00:00:00.000Z', '2026-11-22T10:41:05.250Z'],
    ['now/y', 'now', 'Asia/Kolkata', '2025-12-31T18:30:00.000Z', '2026-11-22T10:41:05.250Z'],
    ['now-1d-2h', 'now', 'UTC', '2026-11-21T08:41:05.250Z', '2026-11-22T10:41:05.250Z'],
    ['now/h', 'now/h', 'Asia/Kolkata', '2026-11-22T10:30:00.000Z', '2026-11-22T11:30:00.000Z'],
    ['1793491200000', '2026-11-02T00:00:00Z', 'UTC', '2026-11-01T00:00:00.000Z', '2026-11-02T00:00:00.000Z'],
  ])('%s to %s in %s', (from, to, zone, start, end) => {
    expect(iso(from, to, zone)).toEqual([start, end]);
  });

  it('counts days by the clocks of the zone', () => {
    // Berlin turned its clocks back on 25 October 2026: that day had 25 hours.
    const noon = Date.parse('2026-10-26T11:00:00Z');
    expect(iso('now-1d', 'now', 'Europe/Berlin', noon)).toEqual([
      '2026-10-25T11:00:00.000Z',
      '2026-10-26T11:00:00.000Z',
    ]);
    expect(iso('now-2d', 'now', 'Europe/Berlin', noon)).toEqual([
      '2026-10-24T10:00:00.000Z',
      '2026-10-26T11:00:00.000Z',
    ]);
    expect(iso('now-1d/d', 'now-1d/d', 'Europe/Berlin', noon)).toEqual([
      '2026-10-24T22:00:00.000Z',
      '2026-10-25T23:00:00.000Z',
    ]);
  });

  it.each([
    ['saturday', 'now/w', 'now', '2026-11-20T21:00:00.000Z', '2026-11-22T10:41:05.250Z'],
    ['sunday', 'now/w', 'now', '2026-11-21T21:00:00.000Z', '2026-11-22T10:41:05.250Z'],
    ['sunday', 'now-1w/w', 'now-1w/w', '2026-11-14T21:00:00.000Z', '2026-11-21T21:00:00.000Z'],
    ['monday', 'now-1w/w', 'now-1w/w', '2026-11-08T21:00:00.000Z', '2026-11-15T21:00:00.000Z'],
  ] as const)('begins weeks on %s: %s to %s', (weekStart, from, to, start, end) => {
    const span = parseRange(from, to, 'Europe/Moscow', NOW, weekStart);
    expect([span.from, span.to].map((at) => new Date(at).toISOString())).toEqual([start, end]);
  });

  it('ends a month that is too short at its last day', () => {
    expect(iso('now-1M', 'now', 'UTC', Date.parse('2026-03-31T12:00:00Z'))[0]).toBe('2026-02-28T12:00:00.000Z');
  });

  it.each([
    ['yesterday', 'now'],
    ['now', 'now-1h'],
    ['now-1x', 'now'],
    ['now', 'now'],
  ])('refuses %s to %s', (from, to) => {
    expect(() => parseRange(from, to, 'UTC', NOW)).toThrow(RangeError);
  });
});

describe('panelRange', () => {
  it.each([
    ['15m', 'now-15m'],
    ['now/d', 'now/d'],
    [undefined, 'now-7d'],
  ])('%s', (timeFrom, from) => {
    expect(panelRange(timeFrom === undefined ? {} : { timeFrom }, { from: 'now-7d', to: 'now' })).toEqual({
      from,
      to: 'now',
    });
  });
});
