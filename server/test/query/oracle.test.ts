import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { needsTime } from '../../src/catalogue/declare.js';
import { metrics } from '../../src/catalogue/metrics.js';
import type { Frame } from '../../src/query/frame.js';
import { createTestDatabase, type TestDatabase } from '../database.js';
import { ask, defaults, rowsOf, single } from './asking.js';
import { type Answers, evaluate, naiveMetrics } from './oracle/evaluate.js';
import { type Facts, randomFacts } from './oracle/facts.js';
import { labeller } from './oracle/labeller.js';
import { insertFacts } from './rows.js';

const zones = [
  ...['UTC', 'Europe/Berlin', 'Europe/Moscow', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Asia/Beirut'],
  'America/Santiago',
]; // prettier-ignore

/** Values that the facts have, for some of the dimensions. */
const taken: Readonly<Record<string, readonly string[]>> = {
  tags: ['vip', 'new', 'complaint'],
  operator: ['ann', 'bob', 'eve'],
  customer: ['anna', 'boris'],
  channel: ['web', 'viber', "o'hara; --"],
  status: ['answered', 'delivered', 'sent', 'busy'],
  author: ['customer', 'bot'],
  queue: ['sales', 'help'],
  reason: ['answered', 'abandoned'],
  scale: ['csat'],
  currency: ['USD', 'EUR'],
  logical_outcome: ['success', 'failure'],
  'labels.team': ['red', 'blue'],
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

/** What is asked of a metric, in any format that can answer it. */
function questionsOn(metric: string) {
  const { things, parameters = [] } = naiveMetrics[metric]!;
  const keys = Object.keys(things.dimensions);
  return fc.uniqueArray(fc.constantFrom(...keys, 'hour_of_day', 'day_of_week'), { maxLength: 2 }).chain((groupBy) =>
    fc.record({
      groupBy: fc.constant(groupBy),
      filters: fc.array(filterOn(keys, groupBy), { maxLength: 2 }),
      from: fc.integer({ min: Date.parse('2026-03-18T00:00:00Z'), max: Date.parse('2026-05-10T00:00:00Z') }),
      length: fc.oneof(
        fc.integer({ min: 1, max: 86_400_000 }),
        fc.integer({ min: 10, max: 40 }).map((days) => days * 86_400_000),
      ),
      zone: fc.constantFrom(...zones),
      interval: fc.constantFrom('none', '1h', '1d', '1w', '1M'),
      format: fc.constantFrom('time_series', 'time_series', 'table', 'single', ...(groupBy.length === 1 ? ['heatmap'] : [])),
      withCustomerMessages: things.dialogue ? fc.boolean() : fc.constant(false),
      top: fc.option(fc.record({ limit: fc.integer({ min: 1, max: 3 }), others: fc.boolean() })),
      params: fc.record(
        Object.fromEntries(parameters.map((name) => [name, fc.constantFrom(2, 5, 12.5, 50, 90)] as const)),
        { requiredKeys: [] },
      ),
    }),
  ); // prettier-ignore
}

/** What the service answered: group -> bucket's name -> number. */
function answersOf(frames: readonly Frame[], format: string, groupBy: string[], label: (instant: string) => string): Answers {
  const found: Answers = new Map();
  const put = (group: unknown[], time: unknown, value: unknown) => {
    const key = JSON.stringify(group);
    const name = time === undefined ? '' : label(new Date(time as number).toISOString());
    found.set(key, (found.get(key) ?? new Map()).set(name, value));
  };
  for (const frame of frames) {
    const { fields } = frame.schema;
    if (format === 'table') {
      for (const row of rowsOf(frame)) put(groupBy.map((key) => row[key]), row['time'], row['x']);
      continue;
    }
    const times = fields[0]?.type === 'time' ? frame.data.values[0]! : [undefined];
    fields.forEach(({ type, labels = {} }, index) => {
      if (type === 'time') return;
      times.forEach((time, bucket) => put(groupBy.map((key) => labels[key]), time, frame.data.values[index]![bucket]));
    });
  }
  return found;
} // prettier-ignore

describe('a naive evaluation of the same definitions', () => {
  let database: TestDatabase;
  let facts: Facts;
  beforeAll(async () => {
    database = await createTestDatabase();
    facts = randomFacts(20261122);
    for (const [kind, rows] of Object.entries(facts)) await insertFacts(database.pool, 1, kind, rows as Facts[keyof Facts]);
    // Another tenant's facts are nobody else's business.
    for (const [kind, rows] of Object.entries(randomFacts(7)))
      await insertFacts(database.pool, 2, kind, rows as Facts[keyof Facts]);
  }); // prettier-ignore
  afterAll(() => database.drop());

  it('knows every metric of what happens; states and rates are evaluated elsewhere', () => {
    const happening = Object.entries(metrics).filter(([, metric]) => metric.axis !== null && !needsTime(metric));
    expect(Object.keys(naiveMetrics).sort()).toEqual(happening.map(([id]) => id).sort());
  });

  it('agrees on the age of the newest record', async () => {
    const newest = facts.intake.map((row) => Date.parse(String((row['newest'] as string | null) ?? '1970-01-01')));
    expect(await single(database.pool, 1, { metrics: ['intake_age_seconds'] })).toBeCloseTo(
      (defaults.now - Math.max(...newest)) / 1000,
      9,
    );
  });

  it.each(Object.keys(naiveMetrics))('agrees on %s, whatever is asked', async (metric) => {
    const { money, answer, defaults: own } = naiveMetrics[metric]!;
    await fc.assert(
      fc.asyncProperty(questionsOn(metric), async ({ from, length, zone, params, ...asked }) => {
        const interval = asked.format === 'single' ? 'none' : asked.interval;
        const top = asked.groupBy.length > 0 ? asked.top : null;
        const range = { from: new Date(from).toISOString(), to: new Date(from + length).toISOString() };
        const label = labeller(interval, zone);
        const parameters = { threshold: 20, shortAbandon: 5, percentile: 50, ...own, ...params };
        const expected = evaluate(facts, { metric, ...asked, ...range, zone, top, label, parameters });
        const query = { ...asked, ...range, interval, top, metrics: [{ id: metric, as: 'x', params }] };
        const frames = await ask(database.pool, 1, query, { zone });
        const apart = money && !asked.groupBy.includes('currency') ? [...asked.groupBy, 'currency'] : asked.groupBy;
        const answered = answersOf(frames, asked.format, apart, label);
        // Without dimensions the one group is there even when nothing happened.
        if (apart.length === 0 && expected.size === 0) expected.set('[]', new Map());
        expect([...answered.keys()].sort()).toEqual([...expected.keys()].sort());
        const ofNothing = answer([], parameters, facts);
        for (const [group, buckets] of answered) {
          for (const name of expected.get(group)!.keys()) expect([...buckets.keys()]).toContain(name);
          for (const [name, value] of buckets) {
            const wanted = expected.get(group)!.has(name) ? expected.get(group)!.get(name)! : ofNothing;
            if (wanted === null) expect({ group, name, value }).toEqual({ group, name, value: null });
            else expect(value).toBeCloseTo(wanted, 6);
          }
        }
      }),
      { numRuns: 15 },
    );
  });
});
