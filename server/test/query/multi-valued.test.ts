import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type MetricId, metrics } from '../../src/catalogue/metrics.js';
import { toCatalogue } from '../../src/query/catalogue.schema.js';
import { DEFAULT_SETTINGS } from '../../src/tenants/settings.schema.js';
import { createTestDatabase, type TestDatabase } from '../database.js';
import { table } from './asking.js';
import { insertFacts } from './rows.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  const at = '2026-11-03T10:00:00Z';
  const [dialogue] = await insertFacts(database.pool, 1, 'dialogue', [
    { at, tags: ['new', 'vip'], operators: ['ann', 'bob'], bots: ['one', 'two'] },
  ]);
  const [call] = await insertFacts(database.pool, 1, 'call', [{ at, tags: ['sale', 'vip'] }]);
  await insertFacts(database.pool, 1, 'rating', [
    { at, scale: 'csat', score: 5, dialogue_k: dialogue },
    { at, scale: 'csat', score: 4, call_k: call },
  ]);
  // The same hour of one person, told by two systems.
  const hour = { operator: 'ann', state: 'available', at, ended_at: '2026-11-03T11:00:00Z' };
  await insertFacts(database.pool, 1, 'presence', [
    { ...hour, source: 'chat', group: 'web' },
    { ...hour, source: 'pbx', group: 'phone' },
  ]);
});
afterAll(() => database.drop());

const catalogue = toCatalogue(DEFAULT_SETTINGS);
const factsOf = (id: string) => catalogue.metrics.find((metric) => metric.id === id)!;
const multiValuedOf = (id: string) =>
  catalogue.facts.find(({ name }) => name === factsOf(id).facts)!.multiValued.toSorted();

/** The dimensions by which the groups are more than the total. */
async function overfull(id: MetricId): Promise<string[]> {
  const sum = async (groupBy: string[]) =>
    (await table(database.pool, 1, { metrics: [id], groupBy })).reduce((all, row) => all + Number(row[id]), 0);
  const total = await sum([]);
  expect(total).toBeGreaterThan(0);
  const found: string[] = [];
  for (const key of factsOf(id).dimensions) if ((await sum([key])) > total) found.push(key);
  return found.sort();
}

it.each<[MetricId, string[]]>([
  ['dialogues', ['bots', 'operator', 'operators', 'tags']],
  ['calls', ['tags']],
  ['ratings', ['bots', 'operator', 'operators', 'tags']],
  ['online_time', ['group', 'source']],
  ['presence_time', ['group', 'source']],
])('%s counts in each of several values of %j, and the catalogue says so', async (id, wanted) => {
  expect(await overfull(id)).toEqual(wanted);
  expect(multiValuedOf(id)).toEqual(wanted);
});

it.each(Object.entries(metrics))('what is said of the facts holds for %s', (id, { fact }) => {
  const many = Object.entries(fact.dimensions).flatMap(([key, source]) => (source?.many ? [key] : []));
  expect(multiValuedOf(id)).toEqual(many.sort());
});
