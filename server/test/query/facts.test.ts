import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { additivity, type BoundMetric, measuresOf } from '../../src/catalogue/declare.js';
import { metrics } from '../../src/catalogue/metrics.js';
import { withTenant } from '../../src/database/session.js';
import { isRejection, parseRecord } from '../../src/facts/record.js';
import { FactStore, prepareBatch } from '../../src/facts/store.js';
import { factColumns, isListed } from '../../src/query/compile-fact-columns.js';
import { factsQuestion } from '../../src/query/facts-question.js';
import { readFacts } from '../../src/query/facts-run.js';
import { Query } from '../../src/query/query.schema.js';
import { Reader } from '../../src/query/reader.js';
import { createTestDatabase, type TestDatabase } from '../database.js';
import { randomRecords } from '../facts/random-records.js';
import { type Asked, defaults, table } from './asking.js';

/** The random records lie in these days; what lasts is known up to the middle of the last one. */
const around = {
  ...defaults,
  now: Date.parse('2026-03-30T12:00:00Z'),
  from: Date.parse('2026-03-28T03:00:00Z'),
  to: Date.parse('2026-03-31T00:00:00Z'),
};
const named = Object.entries<BoundMetric>(metrics).filter(([, { fact }]) => isListed(fact));
const additive = named.filter(([, metric]) => additivity(metric) === 'additive').map(([id]) => id);
const shares = named
  .filter(([, metric]) => metric.denominator && measuresOf(metric).every(({ aggregate }) => aggregate === 'count'))
  .map(([id]) => id);
const listed = named.filter(([, metric]) => metric.axis !== null).map(([id]) => id);

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await withTenant(database.pool, 0, (client) =>
    client.query("insert into tenant (slug, name) select 't' || n, 'T' || n from generate_series(1, 2) n"),
  );
  const facts = new FactStore();
  for (const tenant of [1, 2]) {
    const records = randomRecords(20261122 + tenant, 200).flatMap((raw) => {
      const context = { source: 'one', now: around.now, hashPersonal: (value: string) => value, keepTexts: true };
      const parsed = parseRecord(raw, { ...context, nameless: () => 'none' });
      return isRejection(parsed) ? [] : [parsed];
    });
    const batch = await prepareBatch(records);
    await withTenant(database.pool, tenant, (client) => facts.store(client, tenant, batch, { idleGapMs: 3_600_000 }));
  }
});
afterAll(() => database.drop());

/** All records behind a number, page by page; no row twice. */
async function all(query: Asked, limit = 17): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = [];
  let cursor: string | null = null;
  do {
    const asked = factsQuestion(Query.parse({ refId: 'A', format: 'facts', limit, ...query, cursor }), around);
    const page = await withTenant(database.pool, 1, (client) =>
      readFacts(asked, new Reader(client, new AbortController().signal), 1),
    );
    expect(page.rows.length).toBeLessThanOrEqual(limit);
    if (page.next !== null) expect(page.rows.length).toBe(limit);
    rows.push(
      ...page.rows.map((row) => Object.fromEntries(asked.columns.map(({ name }, index) => [name, row[index]]))),
    );
    cursor = page.next;
  } while (cursor !== null);
  const times = rows.map(({ time }) => Number(time));
  expect(times).toEqual([...times].sort((a, b) => b - a));
  return rows;
}

const filters = [{ key: 'source', operator: '!=', values: ['two'] }];
const sum = (rows: Record<string, unknown>[]) => rows.reduce((total, { value }) => total + Number(value), 0);

describe('the records behind a number', () => {
  it.each(additive)('are what %s adds up', async (id) => {
    const counts = measuresOf(metrics[id as keyof typeof metrics]).every(({ aggregate }) => aggregate === 'count');
    for (const some of [[], filters]) {
      const money = metrics[id as keyof typeof metrics].unit === 'currency';
      const numbers = await table(database.pool, 1, { metrics: [id], filters: some }, around);
      const columns = ['time', 'id', ...(counts ? [] : ['value']), ...(money ? ['currency'] : [])];
      const rows = await all({ metrics: [id], filters: some, columns, groupBy: ['source'] });
      if (counts) expect(rows).toHaveLength(Number(numbers[0]?.[id] ?? 0));
      else if (money) {
        const found = numbers.map(({ currency }) => sum(rows.filter((row) => (row['currency'] ?? '') === currency)));
        numbers.forEach((row, index) => expect(found[index]).toBeCloseTo(Number(row[id]), 6));
        expect(new Set(rows.map(({ currency }) => currency)).size).toBe(numbers.length);
      } else expect(sum(rows)).toBeCloseTo(Number(numbers[0]?.[id] ?? 0), 3);
    }
  });

  it('are there for most numbers', async () => {
    const found = await Promise.all(additive.map(async (id) => (await all({ metrics: [id] }, 1000)).length));
    expect(found.filter((count) => count > 10).length).toBeGreaterThan(additive.length * 0.7);
  });

  it.each(shares)('are numerator and denominator of %s', async (id) => {
    const [row] = await table(database.pool, 1, { metrics: [id] }, around);
    const numerator = await all({ metrics: [id] });
    const denominator = await all({ metrics: [id], part: 'denominator' });
    const { scale = 1 }: BoundMetric = metrics[id as keyof typeof metrics];
    const expected = denominator.length === 0 ? null : (numerator.length / denominator.length) * scale;
    if (expected === null) expect(row?.[id] ?? null).toBeNull();
    else expect(row?.[id]).toBeCloseTo(expected, 9);
    const ids = new Set(denominator.map((one) => JSON.stringify([one['id'], one['source'], one['kind'], one['time']])));
    for (const one of numerator) {
      expect(ids).toContain(JSON.stringify([one['id'], one['source'], one['kind'], one['time']]));
    }
  });

  it.each(listed)('of %s show every column that they have', async (id) => {
    const asked = factsQuestion(Query.parse({ refId: 'A', metrics: [id], columns: ['id'] }), around);
    const { definition } = asked.metric;
    const columns = [...factColumns(definition, definition.numerator).keys()];
    const rows: Record<string, unknown>[] = await all({ metrics: [id], columns: columns.slice(0, 50) }, 1000);
    if (columns.length > 50) await all({ metrics: [id], columns: ['time', ...columns.slice(50)] }, 1000);
    expect(rows.map((row) => Object.keys(row))).toEqual(rows.map(() => columns.slice(0, 50)));
  });
});
