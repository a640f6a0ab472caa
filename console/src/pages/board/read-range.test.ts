import { describe, expect, it } from '@jest/globals';
import type { RawRange, WeekStart } from '@switchboard/viz';
import { readRange } from './read-range.js';

/** A Sunday afternoon in Moscow. */
const NOW = Date.parse('2026-11-22T12:00:00Z');
const OWN: RawRange = { from: 'now-1h', to: 'now' };
const read = (wished: RawRange, weekStart: WeekStart = 'monday') =>
  readRange(wished, OWN, 'Europe/Moscow', NOW, weekStart);

describe('the range of a board', () => {
  it.each([
    ['monday', '2026-11-15T21:00:00.000Z'],
    ['saturday', '2026-11-20T21:00:00.000Z'],
    ['sunday', '2026-11-21T21:00:00.000Z'],
  ] as const)('of this week begins on the %s of the tenant', (weekStart, start) => {
    const { span, isWrong } = read({ from: 'now/w', to: 'now' }, weekStart);
    expect([isWrong, new Date(span.from).toISOString(), span.to]).toEqual([false, start, NOW]);
  });

  it.each([
    ['is no range', { from: 'yesterday', to: 'now' }],
    ['ends before it begins', { from: 'now', to: 'now-1h' }],
    ['begins before the service knows anything', { from: '-2208988800001', to: 'now' }],
    ['ends after all that the service knows', { from: 'now', to: 'now+200y' }],
  ])('is its own where the wished one %s', (_, wished) => {
    expect(read(wished)).toEqual({ span: { from: NOW - 3_600_000, to: NOW }, raw: OWN, isWrong: true });
  });
});
