import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withTenant } from '../../src/database/session.js';
import { createTestDatabase, type TestDatabase } from '../database.js';
import { ask, table } from './asking.js';
import { insertFacts } from './rows.js';

const MINUTES = 2880;
const TAGS = 200;

describe('the top groups', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    const calls = (queue: string, count: number) =>
      Array.from({ length: count }, () => ({ at: '2026-11-03T10:00:00Z', queue }));
    await insertFacts(database.pool, 1, 'call', [
      ...calls('sales', 5),
      ...calls('Others', 3),
      ...calls('care', 2),
      ...calls('door', 1),
    ]);
    await withTenant(database.pool, 1, (client) =>
      client.query(
        `insert into fact.dialogue (tenant, k, source, id, seen, first_known, at, tags)
         select 1, gen_random_uuid(), 'test', 't' || n, 0, 0, timestamptz '2026-11-01T00:00:00Z' + n * interval '1 minute',
           (select array_agg('tag ' || tag) from generate_series(1, $1) tag)
         from generate_series(0, $2 - 1) n
         union all
         select 1, gen_random_uuid(), 'test', 'v' || n, 0, 0, timestamptz '2026-10-20T00:00:00Z', array['once ' || n]
         from generate_series(1, 1500) n`,
        [TAGS, MINUTES],
      ),
    );
  });
  afterAll(() => database.drop());

  it('have the rest beside them, which takes in a group that is called like it', async () => {
    expect(await table(database.pool, 1, { metrics: ['calls'], groupBy: ['queue'], top: { limit: 2 } })).toEqual([
      { queue: 'sales', calls: 5 },
      { queue: 'Others', calls: 6 },
    ]);
  });

  it('keep its name where there is no rest', async () => {
    const top = { limit: 2, others: false };
    expect(await table(database.pool, 1, { metrics: ['calls'], groupBy: ['queue'], top })).toEqual([
      { queue: 'sales', calls: 5 },
      { queue: 'Others', calls: 3 },
    ]);
  });

  it('are fewer where so many would not fit into an answer, and none of their numbers is missing', async () => {
    const found = await ask(
      database.pool,
      1,
      { metrics: ['dialogues'], groupBy: ['tags'], top: { limit: TAGS }, interval: '1m' },
      { from: Date.parse('2026-11-01T00:00:00Z'), to: Date.parse('2026-11-03T00:00:00Z') },
    );
    const sums = found.map(({ data }) => (data.values[1] ?? []).reduce<number>((all, one) => all + Number(one), 0));
    // 500,000 numbers are 173 groups of 2,880 minutes: 172 and the rest.
    expect(sums).toEqual([...Array.from({ length: 172 }, () => MINUTES), (TAGS - 172) * MINUTES]);
    expect(found[0]?.schema.meta['notices']).toEqual([
      { severity: 'info', text: 'Only the first 172 of 200 groups are shown; the rest is added up as Others.' },
    ]);
  });

  it('are half as many of two metrics, whose numbers share the room of an answer', async () => {
    const metrics = ['dialogues', { id: 'dialogues', as: 'again' }];
    const [first] = await ask(
      database.pool,
      1,
      { metrics, groupBy: ['tags'], interval: '1m' },
      { from: Date.parse('2026-11-01T00:00:00Z'), to: Date.parse('2026-11-03T00:00:00Z') },
    );
    // 250,000 numbers of each metric are 86 groups of 2,880 minutes: 85 and the rest.
    expect(first?.schema.meta['notices']).toEqual([
      { severity: 'info', text: 'Only the first 85 of 200 groups are shown; the rest is added up as Others.' },
    ]);
  });

  it('are those of the range where the one before has too many', async () => {
    const query = { metrics: ['dialogues'], groupBy: ['tags'], compare: '14d', format: 'table' };
    const [frame] = await ask(database.pool, 1, query);
    expect(frame?.data.values[0]).toHaveLength(TAGS + 1);
    expect(frame?.data.values.map((values) => values.at(-1))).toEqual(['Others', 0, 1500]);
    expect(frame?.schema.meta['notices']).toEqual([
      {
        severity: 'info',
        text: 'There are too many groups: those that only the range before has are added up as Others.',
      },
    ]);
  });
});
