import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createTestDatabase, type TestDatabase } from '../database.js';
import { ask } from './asking.js';
import { dimensionsOf, evaluate, naiveMetrics } from './oracle/evaluate.js';
import { type Facts, randomFacts } from './oracle/facts.js';
import { insertFacts } from './rows.js';

const zones = [
  'UTC',
  'Europe/Moscow',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Asia/Beirut',
  'America/Santiago',
];

/** Values that the facts have, for some of the dimensions. */
const taken: Readonly<Record<string, readonly string[]>> = {
  tags: ['vip', 'new', 'complaint'],
  operator: ['ann', 'bob', 'eve'],
  channel: ['web', 'viber', "o'hara; --"],
  status: ['answered', 'delivered', 'sent'],
  author: ['customer', 'bot'],
};
const patterns = fc.uniqueArray(fc.constantFrom('', '.*', '.+', 'v.*', 'a|ann', '[a-w]+'), {
  minLength: 1,
  maxLength: 2,
});

/** A filter on one of the keys, more often than not on one that is also grouped by. */
const filterOn = (keys: readonly string[], grouped: readonly string[]) =>
  fc
    .constantFrom(...keys, ...keys.filter((one) => grouped.includes(one)).flatMap((one) => [one, one, one]))
    .chain((key) => {
      const value = fc.constantFrom('', 'nobody', ...(taken[key] ?? ['true', 'bot_only', 'unanswered']));
      const values = fc.uniqueArray(value, { minLength: 1, maxLength: 3 });
      return fc.oneof(
        {
          weight: 3,
          arbitrary: fc.record({ key: fc.constant(key), operator: fc.constantFrom('=', '!=', '=|', '!=|'), values }),
        },
        {
          weight: 1,
          arbitrary: fc.record({ key: fc.constant(key), operator: fc.constantFrom('=~', '!~'), values: patterns }),
        },
      );
    });

const query = fc
  .constantFrom(...Object.keys(naiveMetrics))
  .chain((metric) => {
    const keys = Object.keys(dimensionsOf[naiveMetrics[metric]!.kind]);
    const groupBy = fc.uniqueArray(fc.constantFrom(...keys, 'hour_of_day'), { maxLength: 2 });
    return fc.tuple(fc.constant(metric), fc.constant(keys), groupBy);
  })
  .chain(([metric, keys, groupBy]) =>
    fc.record({
      metric: fc.constant(metric),
      groupBy: fc.constant(groupBy),
      filters: fc.array(filterOn(keys, groupBy), { maxLength: 2 }),
      from: fc.integer({ min: Date.parse('2026-03-18T00:00:00Z'), max: Date.parse('2026-05-10T00:00:00Z') }),
      length: fc.oneof(
        fc.integer({ min: 1, max: 86_400_000 }),
        fc.integer({ min: 10, max: 40 }).map((days) => days * 86_400_000),
      ),
      zone: fc.constantFrom(...zones),
      interval: fc.constantFrom('none', '1h', '1d', '1w', '1M'),
      withCustomerMessages: ['dialogue', 'message'].includes(naiveMetrics[metric]!.kind)
        ? fc.boolean()
        : fc.constant(false),
      top: fc.option(fc.record({ limit: fc.integer({ min: 1, max: 3 }), others: fc.boolean() })),
    }),
  );

/** The local day, week (its Monday), month or hour of an instant, by Intl alone. */
function labeller(interval: string, timeZone: string): (instant: string) => string {
  if (interval === 'none') return () => '';
  const parts = (instant: string) =>
    new Date(instant).toLocaleString('sv-SE', { timeZone, timeZoneName: 'longOffset' }).replace('\u2212', '-');
  return (instant) => {
    const text = parts(instant);
    const date = text.slice(0, 10);
    if (interval === '1h') return `${text.slice(0, 13)} ${text.slice(20)}`;
    if (interval === '1d') return date;
    if (interval === '1M') return text.slice(0, 7);
    const day = new Date(`${date}T00:00:00Z`);
    day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
    return day.toISOString().slice(0, 10);
  };
}

describe('a naive evaluation of the same definitions', () => {
  let database: TestDatabase;
  let facts: Facts;
  beforeAll(async () => {
    database = await createTestDatabase();
    facts = randomFacts(20261122);
    for (const [kind, rows] of Object.entries(facts))
      await insertFacts(database.pool, 1, kind, rows as Facts[keyof Facts]);
    // Another tenant's facts are nobody else's business.
    for (const [kind, rows] of Object.entries(randomFacts(7)))
      await insertFacts(database.pool, 2, kind, rows as Facts[keyof Facts]);
  });
  afterAll(() => database.drop());

  it('agrees with the service on random questions', async () => {
    await fc.assert(
      fc.asyncProperty(
        query,
        async ({ metric, groupBy, filters, from, length, zone, interval, withCustomerMessages, top: asked }) => {
          const top = groupBy.length > 0 ? asked : null;
          const range = { from: new Date(from).toISOString(), to: new Date(from + length).toISOString() };
          const label = labeller(interval, zone);
          const expected = evaluate(facts, {
            metric,
            groupBy,
            filters,
            ...range,
            zone,
            withCustomerMessages,
            label,
            top,
          });
          const given = { metrics: [metric], groupBy, filters, ...range, interval, withCustomerMessages, top };
          const all = await ask(database.pool, 1, { ...given, format: 'time_series' }, { zone });
          const answered = new Map<string, Map<string, number | null>>();
          for (const { schema, data } of all) {
            schema.fields.slice(1).forEach(({ labels = {} }, index) => {
              const values = data.values[index + 1] as (number | null)[];
              // What happened nowhere in the naive evaluation must be nothing here: 0 or null.
              const named = values.map((value, bucket): [string, number | null] => [
                label(new Date(data.values[0]![bucket] as number).toISOString()),
                value,
              ]);
              answered.set(
                JSON.stringify(groupBy.map((key) => labels[key])),
                new Map(named.filter(([, value]) => value !== 0 && value !== null)),
              );
            });
          }
          for (const [group, buckets] of expected) {
            for (const [name, value] of buckets) if (value === 0 || value === null) buckets.delete(name);
            // A group of nothing but zeros is there all the same.
            expect([...answered.keys()]).toContain(group);
            expect(answered.get(group)!.size).toBe(buckets.size);
            for (const [name, value] of buckets) expect(answered.get(group)!.get(name)).toBeCloseTo(value!, 6);
            answered.delete(group);
          }
          // Without dimensions the one group is there even when nothing happened.
          if (groupBy.length === 0 && expected.size === 0) answered.delete('[]');
          expect([...answered.keys()]).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });
});
