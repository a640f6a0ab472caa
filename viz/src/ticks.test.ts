import { describe, expect, it } from '@jest/globals';
import { durationStep, momentLabel, tickLabel, tickStep, timeTicks } from './ticks.js';

const at = (iso: string) => Date.parse(iso);
const HOUR = 3_600_000;

function ticks(from: string, to: string, most: number, zone: string): string[] {
  const span = { from: at(from), to: at(to) };
  const step = tickStep(span, most);
  return timeTicks(span, step, zone).map((tick) => tickLabel(tick, step, zone, 'en'));
}

describe('timeTicks', () => {
  it('stand at round times of the zone and not of UTC', () => {
    expect(ticks('2026-11-22T00:00:00Z', '2026-11-22T12:00:00Z', 5, 'Asia/Kolkata')).toEqual([
      '06:00',
      '09:00',
      '12:00',
      '15:00',
    ]);
  });

  it('name the day at midnight', () => {
    expect(ticks('2026-11-21T18:00:00Z', '2026-11-22T06:00:00Z', 4, 'Europe/Moscow')).toEqual([
      '21:00',
      'Nov 22',
      '03:00',
      '06:00',
      '09:00',
    ]);
  });

  it('skip the hour that clocks skip', () => {
    // Berlin, 29 March 2026: 02:00 is 03:00.
    const span = { from: at('2026-03-28T23:00:00Z'), to: at('2026-03-29T04:00:00Z') };
    const found = timeTicks(span, { unit: 'm', count: 60, about: HOUR }, 'Europe/Berlin');
    expect(found.map((tick) => new Date(tick).toISOString().slice(11, 16))).toEqual([
      '23:00',
      '00:00',
      '01:00',
      '02:00',
      '03:00',
      '04:00',
    ]);
    expect(ticks('2026-03-28T23:00:00Z', '2026-03-29T04:00:00Z', 6, 'Europe/Berlin')).toEqual([
      'Mar 29',
      '01:00',
      '03:00',
      '04:00',
      '05:00',
      '06:00',
    ]);
  });

  it('stand at every midnight, whatever the length of the day', () => {
    // Berlin, 25 October 2026: a day of 25 hours.
    const span = { from: at('2026-10-23T22:00:00Z'), to: at('2026-10-26T23:00:00Z') };
    const found = timeTicks(span, { unit: 'd', count: 1, about: 24 * HOUR }, 'Europe/Berlin');
    expect(found.map((tick) => new Date(tick).toISOString())).toEqual([
      '2026-10-23T22:00:00.000Z',
      '2026-10-24T22:00:00.000Z',
      '2026-10-25T23:00:00.000Z',
      '2026-10-26T23:00:00.000Z',
    ]);
  });

  it('name months and years', () => {
    expect(ticks('2025-10-10T00:00:00Z', '2026-03-10T00:00:00Z', 6, 'UTC')).toEqual([
      'Nov',
      'Dec',
      '2026',
      'Feb',
      'Mar',
    ]);
    expect(ticks('2020-01-01T00:00:00Z', '2026-03-10T00:00:00Z', 8, 'UTC')).toEqual([
      '2020',
      '2021',
      '2022',
      '2023',
      '2024',
      '2025',
      '2026',
    ]);
  });
});

describe('momentLabel', () => {
  it('tells the moment in the zone and the language', () => {
    const moment = at('2026-11-21T22:30:00Z');
    expect(momentLabel(moment, false, 'Europe/Moscow', 'en')).toBe('Sun, Nov 22, 2026, 01:30');
    expect(momentLabel(moment, true, 'Europe/Moscow', 'de')).toBe('So., 22. Nov. 2026');
  });
});

describe('durationStep', () => {
  it.each([
    [4, undefined],
    [100, 30],
    [200, 60],
    [3 * 3600, 3600],
    [5 * 86_400, 2 * 86_400],
    [20 * 86_400, 7 * 86_400],
    [800 * 86_400, 365 * 86_400],
    [900 * 365 * 86_400, undefined],
  ])('of up to %d seconds', (most, step) => {
    expect(durationStep(most, 4)).toBe(step);
  });
});
