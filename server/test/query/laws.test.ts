import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { additivity, type BoundMetric } from '../../src/catalogue/declare.js';
import { isTimeDimension } from '../../src/catalogue/dimensions.js';
import { metrics } from '../../src/catalogue/metrics.js';
import { dimensionsOf } from '../../src/query/validate.js';
import { createTestDatabase, type TestDatabase } from '../database.js';
import { type Asked, table } from './asking.js';
import { naiveMetrics } from './oracle/evaluate.js';
import { type Facts, randomFacts } from './oracle/facts.js';
import { insertFacts } from './rows.js';

const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Asia/Beirut'];
const all: Readonly<Record<string, BoundMetric>> = metrics;
/** What happens, so that there are random facts for it. */
const ids = Object.keys(naiveMetrics);
const additive = ids.filter((id) => additivity(all[id]!) === 'additive');
const isSingleValued = ({ fact }: BoundMetric, key: string) =>
  isTimeDimension(key) || Object.entries(fact.dimensions).some(([id, source]) => id === key && !source.many);

/** Ranges around the facts, of an hour to all of them; every other one over the night in which clocks change in Europe. */
const around = fc.record({
  range: fc
    .tuple(
      fc.oneof(fc.integer({ min: 0, max: 55 * 86_400 }), fc.constant(8 * 86_400 + 80_000)),
      fc.integer({ min: 3600, max: 60 * 86_400 }),
    )
    .map(([start, length]) => {
      const from = Date.parse('2026-03-20T00:00:00Z') + start * 1000;
      return { from: new Date(from).toISOString(), to: new Date(from + length * 1000).toISOString() };
    }),
  zone: fc.constantFrom(...zones),
});
const oneOf = (some: readonly string[]) => fc.constantFrom(...some);

type Row = Record<string, unknown>;
const sum = (rows: readonly Row[], name = 'x') => rows.reduce((total, row) => total + Number(row[name]), 0);

describe('numbers that belong together', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    const facts = randomFacts(4711);
    for (const [kind, rows] of Object.entries(facts)) await insertFacts(database.pool, 1, kind, rows as Facts[keyof Facts]);
  }); // prettier-ignore
  afterAll(() => database.drop());

  const ask = (id: string, query: Asked, zone: string) =>
    table(database.pool, 1, { metrics: [{ id, as: 'x' }], ...query }, { zone });
  const money = (id: string) => (all[id]!.unit === 'currency' ? ['currency'] : []);
  /** The same number; the same of each currency where it is money. */
  const same = (id: string, one: readonly Row[], other: readonly Row[]) => {
    const totals = (rows: readonly Row[]) => {
      const found = new Map<unknown, number>();
      const name = (row: Row) => (money(id).length > 0 ? row['currency'] : 'all');
      for (const row of rows) found.set(name(row), (found.get(name(row)) ?? 0) + Number(row['x']));
      return found;
    };
    const [ones, others] = [totals(one), totals(other)];
    for (const name of new Set([...ones.keys(), ...others.keys()])) {
      expect(ones.get(name) ?? 0).toBeCloseTo(others.get(name) ?? 0, 6);
    }
  };

  it.each([
    ['dialogues', ['dialogues_bot', 'dialogues_operator', 'dialogues_unhandled']],
    ['messages', ['customer_messages', 'bot_messages', 'operator_messages'], 'author'],
    ['queue_entries_answered', ['queue_entries_answered_in_time', 'queue_entries_answered_late'], 'wait_class'],
  ])('%s are the sum of %p, and of what nobody told', async (whole, parts, unknown = '') => {
    await fc.assert(
      fc.asyncProperty(around, async ({ range, zone }) => {
        const rest = unknown ? await ask(whole, { ...range, filters: [{ key: unknown, operator: '=', values: [''] }] }, zone) : [];
        const numbers = await Promise.all(parts.map((id) => ask(id, range, zone)));
        expect(sum(numbers.flat()) + sum(rest)).toBe(sum(await ask(whole, range, zone)));
      }),
      { numRuns: 10 },
    ); // prettier-ignore
  });

  it.each([
    ['dialogues', 'outcome'],
    ['notifications', 'status'],
    ['notifications', 'status_short'],
    ['notifications', 'status_seed'],
    ['notifications', 'logical_outcome'],
    ['calls', 'status'],
    ['calls', 'duration_class'],
    ['queue_entries', 'wait_class'],
    ['queue_entries', 'reason'],
  ])('%s by %s are all of them', async (id, key) => {
    await fc.assert(
      fc.asyncProperty(around, async ({ range, zone }) => {
        expect(sum(await ask(id, { ...range, groupBy: [key] }, zone))).toBe(sum(await ask(id, range, zone)));
      }),
      { numRuns: 10 },
    );
  });

  it('shares of dialogues by outcome make up all of them', async () => {
    const shares = ['dialogues_bot_percent', 'dialogues_operator_percent', 'dialogues_unhandled_percent'];
    await fc.assert(
      fc.asyncProperty(around, async ({ range, zone }) => {
        const [row] = await table(database.pool, 1, { metrics: ['dialogues', ...shares], ...range }, { zone });
        if (row!['dialogues'] === 0) expect(shares.map((id) => row![id])).toEqual([null, null, null]);
        else expect(shares.reduce((total, id) => total + Number(row![id]), 0)).toBeCloseTo(100, 9);
      }),
      { numRuns: 15 },
    );
  });

  it.each(additive)('%s is the same in all and by each dimension of one value', async (id) => {
    const keys = dimensionsOf(all[id]!.fact).filter((key) => isSingleValued(all[id]!, key));
    await fc.assert(
      fc.asyncProperty(around, oneOf(keys), async ({ range, zone }, key) => {
        same(
          id,
          await ask(id, { ...range, groupBy: [...new Set([key, ...money(id)])] }, zone),
          await ask(id, range, zone),
        );
      }),
      { numRuns: 6 },
    );
  });

  it.each(additive)('%s is the sum of its hours, days, weeks and months in every zone', async (id) => {
    await fc.assert(
      fc.asyncProperty(around, oneOf(['1h', '1d', '1w', '1M']), async ({ range, zone }, interval) => {
        same(id, await ask(id, { ...range, interval }, zone), await ask(id, range, zone));
      }),
      { numRuns: 4 },
    );
  });

  it.each(ids)('%s does not depend on the order of groups', async (id) => {
    const keys = dimensionsOf(all[id]!.fact);
    const named = (rows: readonly Row[], groups: readonly string[]) =>
      rows.map((row) => JSON.stringify([...[...groups].sort().map((key) => row[key]), row['x']])).sort();
    await fc.assert(
      fc.asyncProperty(around, fc.uniqueArray(oneOf(keys), { minLength: 2, maxLength: 3 }), async ({ range, zone }, keys) => {
        const groups = [...new Set([...keys, ...money(id)])];
        const back = [...groups].reverse();
        expect(named(await ask(id, { ...range, groupBy: back }, zone), groups)).toEqual(
          named(await ask(id, { ...range, groupBy: groups }, zone), groups),
        );
      }),
      { numRuns: 2 },
    ); // prettier-ignore
  });

  const percents = ids.filter((id) => all[id]!.unit === 'percent');
  it.each(percents)('%s is between 0 and 100 in every bucket and group', async (id) => {
    const keys = dimensionsOf(all[id]!.fact);
    await fc.assert(
      fc.asyncProperty(around, oneOf(keys), async ({ range, zone }, key) => {
        for (const { x } of await ask(id, { ...range, interval: '1w', groupBy: [key] }, zone)) {
          if (x === null) continue;
          expect(Number(x)).toBeGreaterThanOrEqual(0);
          expect(Number(x)).toBeLessThanOrEqual(100);
        }
      }),
      { numRuns: 3 },
    );
  });

  it('of what was sent in a range, no more was delivered, and every end is counted once', async () => {
    const ends = ['delivery_rate', 'notifications_pending_percent'];
    await fc.assert(
      fc.asyncProperty(around, async ({ range, zone }) => {
        const query = { ...range, metrics: ['notifications_sent', 'notifications_undelivered', ...ends] };
        const [row] = await table(database.pool, 1, query, { zone });
        const sent = Number(row!['notifications_sent']);
        const [delivered, pending] = ends.map((id) => (Number(row![id] ?? 0) / 100) * sent);
        expect(delivered! + pending!).toBeLessThanOrEqual(sent + 1e-9);
        const [undelivered] = await ask(
          'notifications_sent',
          { ...range, filters: [{ key: 'status_short', operator: '=', values: ['success'] }] },
          zone,
        );
        expect(Number(undelivered!['x'])).toBeLessThanOrEqual(delivered! + 1e-9);
      }),
      { numRuns: 15 },
    );
  });

  it('the longest wait of all is the longest of its hours, and no percentile is above it', async () => {
    await fc.assert(
      fc.asyncProperty(around, async ({ range, zone }) => {
        const hours = await ask('longest_wait', { ...range, interval: '1d' }, zone);
        const known = hours.map(({ x }) => x).filter((x) => x !== null);
        const [whole] = await ask('longest_wait', range, zone);
        expect(whole!['x']).toBe(known.length > 0 ? Math.max(...known.map(Number)) : null);
        const [p99] = await ask('wait_time', { ...range, metrics: [{ id: 'wait_time', as: 'x', params: { percentile: 99 } }] }, zone);
        expect(Number(p99!['x'] ?? 0)).toBeLessThanOrEqual(Number(whole!['x'] ?? 0));
      }),
      { numRuns: 15 },
    ); // prettier-ignore
  });

  it.each(['total', 'bucket'])('shares of the %s add up to 100', async (share) => {
    const counts = additive.filter((id) => money(id).length === 0);
    await fc.assert(
      fc.asyncProperty(around, oneOf(counts), async ({ range, zone }, id) => {
        const key = dimensionsOf(all[id]!.fact).find((one) => one !== 'source' && isSingleValued(all[id]!, one))!;
        const rows = await ask(id, { ...range, groupBy: [key], interval: share === 'bucket' ? '1w' : 'none', share }, zone);
        const buckets = new Map<unknown, number>();
        for (const row of rows) buckets.set(row['time'], (buckets.get(row['time']) ?? 0) + Number(row['x']));
        // Nothing is no part of nothing.
        for (const total of buckets.values()) if (total !== 0) expect(total).toBeCloseTo(100, 6);
      }),
      { numRuns: 25 },
    ); // prettier-ignore
  });
});
