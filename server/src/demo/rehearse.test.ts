import { describe, expect, it } from '@jest/globals';
import { dayRecords } from './day.js';
import { troubles, type Rehearsal, type Trouble } from './rehearsals.js';
import { repeatsBetween } from './repeats.js';
import { recordsBetween } from './timeline.js';
import { demoZone } from './world.js';

const day = '2026-11-18';
const at = (text: string): number => Date.parse(`${day}T${text}+03:00`);
const rehearse = (trouble: Trouble): Rehearsal => ({ trouble, start: at('12:00:00'), end: at('12:15:00') });
const names = Object.keys(troubles) as Trouble[];
const told = (records: readonly object[]) => records.map((record) => JSON.stringify(record)).sort();

describe('a rehearsal', () => {
  it.each(names)('of %s changes nothing that was known before it began', (trouble) => {
    const [from, to] = [new Date(at('00:00:00')), new Date(at('12:00:00') - 1)];
    const plain = [...recordsBetween('demo', from, to), ...repeatsBetween('demo', from, to)];
    const rehearsed = [
      ...recordsBetween('demo', from, to, demoZone, [rehearse(trouble)]),
      ...repeatsBetween('demo', from, to, demoZone, [rehearse(trouble)]),
    ];
    expect(plain.length).toBeGreaterThan(500);
    expect(told(rehearsed)).toEqual(told(plain));
  });

  it.each(names)('of %s has ids that nothing else has, and ends within ten minutes of its end', (trouble) => {
    const all = dayRecords('demo', day, 1, demoZone, [rehearse(trouble)]);
    const ids = all.map(({ kind, source, id }) => `${kind} ${String(source)} ${String(id)}`);
    expect(new Set(ids).size).toBe(ids.length);
    const plain = new Set(dayRecords('demo', day).map((record) => JSON.stringify(record)));
    const added = all.filter((record) => !plain.has(JSON.stringify(record)));
    expect(added.length > 0).toBe(trouble !== 'feed-stopped');
    for (const { kind, endedAt, leftAt } of added) {
      if (kind !== 'presence') expect(Number(leftAt ?? endedAt ?? 0)).toBeLessThan(at('12:25:00'));
    }
  });

  it('of nobody at work takes every operator away for that time, and only for it', () => {
    const presence = (rehearsals: Rehearsal[]) =>
      dayRecords('demo', day, 1, demoZone, rehearsals).filter(({ kind }) => kind === 'presence');
    const online = (records: Record<string, unknown>[], from: number, to: number) =>
      records.reduce((sum, { state, startedAt, endedAt }) => {
        const within = Math.min(Number(endedAt), to) - Math.max(Number(startedAt), from);
        return state === 'offline' ? sum : sum + Math.max(0, within);
      }, 0);
    const [plain, rehearsed] = [presence([]), presence([rehearse('operators-offline')])];
    expect(online(plain, at('12:00:00'), at('12:15:00'))).toBeGreaterThan(15 * 60_000);
    expect(online(rehearsed, at('12:00:00'), at('12:15:00'))).toBe(0);
    for (const [from, to] of [
      [at('00:00:00'), at('12:00:00')],
      [at('12:15:00'), at('23:59:59')],
    ] as const) {
      expect(online(rehearsed, from, to)).toBe(online(plain, from, to));
    }
  });
});
