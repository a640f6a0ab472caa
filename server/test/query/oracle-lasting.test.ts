import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createTestDatabase, type TestDatabase } from '../database.js';
import { ask } from './asking.js';
import { labeller } from './oracle/labeller.js';
import { evaluateLasting, naiveLasting } from './oracle/lasting.js';
import { type LastingFacts, randomLastingFacts } from './oracle/lasting-facts.js';
import { insertFacts } from './rows.js';

const QUARTER = 900_000;
const HOUR = 3_600_000;
const iso = (at: number) => new Date(at).toISOString();

/** Dimensions of a metric with one of their values. */
function dimensionsOf(metric: string): [string, string][] {
  if (/^(online|paused|presence|operators|occupancy|utilisation)/.test(metric))
    return [['operator', 'ann'], ['group', 'chat'], ['state', 'available'], ['reason', 'lunch']]; // prettier-ignore
  if (/dialogues/.test(metric)) return [['operator', 'bob'], ['queue', 'q1']]; // prettier-ignore
  if (metric === 'records_per_minute') return [['source', 'pbx']];
  if (metric === 'backlog') return [['project', 'p1']];
  return /queue|wait/.test(metric) ? [['queue', 'q1']] : [['trunk', 't1']];
}

/** Where the local label of an instant changes, found by looking at every quarter of an hour. */
function edgesOf(from: number, to: number, interval: string, timeZone: string): number[] {
  if (interval === 'none') return [from, to];
  const label = labeller(interval, timeZone);
  const edges = [from];
  for (let at = Math.ceil((from + 1) / QUARTER) * QUARTER; at < to; at += QUARTER) {
    if (label(iso(at)) !== label(iso(at - 1))) edges.push(at);
  }
  return [...edges, to];
}

const query = fc.constantFrom(...Object.keys(naiveLasting)).chain((metric) => {
  const keys = dimensionsOf(metric);
  return fc.record({
    metric: fc.constant(metric),
    by: fc.option(fc.constantFrom(...keys.map(([key]) => key)), { freq: 2 }),
    only: fc.option(fc.constantFrom(...keys.map(([key, value]) => ({ key, value }))), { freq: 1 }),
    from: fc.oneof(
      fc.integer({ min: Date.parse('2026-03-20T00:00:00Z'), max: Date.parse('2026-04-04T00:00:00Z') }),
      fc.integer({ min: 0, max: 15 * 24 }).map((hours) => Date.parse('2026-03-21T00:00:00Z') + hours * HOUR),
    ),
    length: fc.oneof(
      fc.integer({ min: 1, max: 30 }).map((hours) => hours * HOUR),
      fc.integer({ min: 1, max: 9 * 24 * HOUR }),
    ),
    zone: fc.constantFrom('UTC', 'Europe/Berlin', 'Asia/Kathmandu', 'America/New_York'),
    interval: fc.constantFrom('none', '1h', '1d'),
    top: fc.option(fc.integer({ min: 1, max: 2 }), { freq: 2 }),
    now: fc.oneof(
      { weight: 2, arbitrary: fc.constant(Date.parse('2026-05-01T00:00:00Z')) },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 14 * 96 }).map((n) => Date.parse('2026-03-22T00:00:00Z') + n * QUARTER) },
    ),
  }); // prettier-ignore
});

describe('a naive evaluation of what lasts', () => {
  let database: TestDatabase;
  let facts: LastingFacts;
  beforeAll(async () => {
    database = await createTestDatabase();
    facts = randomLastingFacts(20260329);
    for (const [kind, rows] of Object.entries(facts)) {
      await insertFacts(database.pool, 1, kind, rows as LastingFacts[keyof LastingFacts]);
    }
    // Another tenant's facts are nobody else's business.
    for (const [kind, rows] of Object.entries(randomLastingFacts(7))) {
      await insertFacts(database.pool, 2, kind, rows as LastingFacts[keyof LastingFacts]);
    }
  });
  afterAll(() => database.drop());

  it('agrees with the service on random questions', async () => {
    await fc.assert(
      fc.asyncProperty(query, async ({ metric, by, only, from, length, zone, interval, top: limit, now }) => {
        const [to, top] = [from + length, by === null ? null : limit];
        const edges = edgesOf(from, to, interval, zone);
        const expected = evaluateLasting(facts, { metric, by, only, edges, now, top });
        const asked = {
          metrics: [metric],
          groupBy: by === null ? [] : [by],
          filters: only ? [{ key: only.key, operator: '=', values: [only.value] }] : [],
          from,
          to,
          interval,
          top: top === null ? null : { limit: top, others: true },
          format: 'time_series',
        };
        const frames = await ask(database.pool, 1, asked, { zone, now });
        const answered = new Map<string, (number | null)[]>();
        for (const { schema, data } of frames) {
          schema.fields.slice(1).forEach(({ labels = {} }, index) => {
            answered.set(by === null ? '' : labels[by]!, data.values[index + 1] as (number | null)[]);
          });
        }
        // Buckets that have not begun are not there.
        const begun = interval === 'none' ? 1 : edges.slice(0, -1).filter((edge) => edge < now).length;
        if (begun === 0) return expect(answered.size).toBe(0);
        // A group with nothing to show may be there or not.
        const says = (numbers: readonly (number | null)[]) =>
          by === null || numbers.some((one) => one !== null && one !== 0);
        const [theirs, ours] = [expected, answered].map(
          (all) => new Map([...all].filter(([, numbers]) => says(numbers))),
        );
        expect([...ours!.keys()].sort()).toEqual([...theirs!.keys()].sort());
        for (const [group, numbers] of theirs!) {
          const shown = ours!.get(group)!;
          expect(shown.length).toBe(begun);
          numbers.slice(0, begun).forEach((one, bucket) => {
            if (one === null) expect(shown[bucket]).toBeNull();
            else expect(shown[bucket]).toBeCloseTo(one, 6);
          });
        }
      }),
      { numRuns: 200 },
    );
  });
});
