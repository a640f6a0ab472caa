import { describe, expect, it } from '@jest/globals';
import { emptyState, fold, type FactState } from '../facts/merge.js';
import { isRejection, parseRecord } from '../facts/record.js';
import { dayRecords } from './day.js';
import { Random } from './random.js';
import type { RecordInput } from './record.js';
import { knownAt } from './stages.js';
import { recordsBetween } from './timeline.js';

const context = {
  source: 'demo',
  now: Date.UTC(2026, 11, 1),
  hashPersonal: (value: string) => value,
  keepTexts: true,
  nameless: () => '',
};
const nameOf = ({ kind, source, id }: RecordInput): string => `${kind} ${String(source)} ${String(id)}`;

/** The values that records of facts merge to, by the same rules as in the service. */
function merged(records: readonly RecordInput[]): Map<string, FactState['values']> {
  const states = new Map<string, FactState>();
  for (const record of records) {
    const read = parseRecord(record, context);
    if (isRejection(read)) throw new Error(`${nameOf(record)}: ${read.message}`);
    const state = states.get(nameOf(record)) ?? emptyState(read.kind);
    fold(read.kind, state, read, []);
    states.set(nameOf(record), state);
  }
  return new Map([...states].map(([name, { values }]) => [name, values]));
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  return list
    .map((member) => ({ member, place: random.next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ member }) => member);
}

const moscow = (text: string): Date => new Date(`${text}+03:00`);
const day = '2026-11-18';
const lived = recordsBetween('demo', moscow('2026-11-17T23:59:59.999'), moscow('2026-11-20T00:00'));
const ofDay = new Set(dayRecords('demo', day).map(nameOf));
const stages = lived.filter((record) => ofDay.has(nameOf(record)));

describe('recordsBetween', () => {
  it('tells by and by what the whole day says at once, in whatever order it is heard', () => {
    const final = merged(dayRecords('demo', day));
    expect(stages.length).toBeGreaterThan(1.3 * final.size);
    expect(merged(stages)).toEqual(final);
    expect(merged(shuffled(stages, new Random('order')))).toEqual(final);
  });

  it('says when it became known, in order, within the span', () => {
    const moments = lived.map((record) => Number(record['observedAt']));
    expect(moments).toEqual(moments.toSorted((a, b) => a - b));
    expect(moments[0]).toBeGreaterThan(moscow('2026-11-17T23:59:59.999').getTime());
    expect(moments.at(-1)).toBeLessThanOrEqual(moscow('2026-11-20T00:00').getTime());
  });

  it('tells nothing of the future but plans', () => {
    const foretold = stages.filter((record) =>
      Object.entries(record).some(
        ([field, value]) =>
          /^at$|At$/.test(field) && field !== 'scheduledAt' && Number(value) > Number(record['observedAt']),
      ),
    );
    expect(foretold).toEqual([]);
  });

  it('leaves out and repeats nothing where spans meet, also across midnight', () => {
    const cuts = ['2026-11-18T22:00', '2026-11-18T22:00:05', '2026-11-18T23:59:58', '2026-11-19T00:00', '2026-11-19T00:00:03', '2026-11-19T03:00'].map(moscow); // prettier-ignore
    const parts = cuts.slice(1).flatMap((to, i) => recordsBetween('demo', cuts[i]!, to));
    expect(parts).toEqual(recordsBetween('demo', cuts[0]!, cuts.at(-1)!));
    expect(parts.length).toBeGreaterThan(100);
    expect(recordsBetween('demo', cuts[1]!, cuts[1]!)).toEqual([]);
  });

  it('lets statuses grow as they would', () => {
    const statuses = (kind: string, id: unknown) =>
      stages.filter((record) => record.kind === kind && record['id'] === id).map((record) => record['status']);
    const find = (kind: string, test: (record: RecordInput) => boolean) =>
      dayRecords('demo', day).find((record) => record.kind === kind && test(record))?.['id'];
    const read = find('notification', ({ status, scheduledAt }) => status === 'read' && scheduledAt === undefined);
    expect(statuses('notification', read)).toEqual(['created', 'sent', 'delivered', 'read']);
    const planned = find(
      'notification',
      ({ status, scheduledAt }) => status === 'cancelled' && scheduledAt !== undefined,
    );
    expect(statuses('notification', planned)).toEqual(['scheduled', 'cancelled']);
    const answered = find('call', ({ status, direction }) => status === 'answered' && direction === 'inbound');
    expect(statuses('call', answered)).toEqual(['open', 'open', 'answered', 'answered']);
    const busy = find('call', ({ status }) => status === 'busy');
    expect(statuses('call', busy)).toEqual(['open', 'open', 'busy']);
  });
});

describe('knownAt', () => {
  const call = {
    kind: 'call',
    id: 'c',
    status: 'answered',
    startedAt: 10,
    ringingAt: 12,
    answeredAt: 20,
    endedAt: 50,
    talkSeconds: 3,
  };

  it('knows nothing before the beginning and all after the end', () => {
    expect(knownAt(call, 9)).toBeNull();
    expect(knownAt(call, 50)).toEqual({ ...call, observedAt: 50 });
  });

  it('hides what a later moment brings', () => {
    expect(knownAt(call, 30)).toEqual({
      kind: 'call', id: 'c', status: 'answered', startedAt: 10, ringingAt: 12, answeredAt: 20, observedAt: 20,
    }); // prettier-ignore
    expect(knownAt(call, 11)).toEqual({ kind: 'call', id: 'c', status: 'open', startedAt: 10, observedAt: 10 });
  });
});
