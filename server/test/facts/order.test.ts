import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { kinds } from '../../src/facts/kinds.js';
import { isRejection, parseRecord, type ParsedRecord } from '../../src/facts/record.js';
import { FactStore, prepareBatch } from '../../src/facts/store.js';
import { withTenant } from '../../src/database/session.js';
import { createTestDatabase, type TestDatabase } from '../database.js';
import { randomRecords, shuffled } from './random-records.js';

const now = Date.UTC(2026, 5, 1);
const facts = new FactStore();
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await withTenant(database.pool, 0, (client) =>
    client.query("insert into tenant (slug, name) select 't' || n, 'T' || n from generate_series(1, 6) n"),
  );
});
afterAll(() => database.drop());

function read(raw: unknown): ParsedRecord {
  const parsed = parseRecord(raw, {
    source: 'one',
    now,
    hashPersonal: (value) => `h${value.length}`,
    keepTexts: true,
    nameless: () => 'none',
  });
  if (isRejection(parsed)) throw new Error(`${parsed.message}: ${JSON.stringify(raw)}`);
  return parsed;
}

/** Everything stored for a tenant, table by table, without the tenant itself. */
async function stored(tenant: number): Promise<Record<string, string>> {
  return withTenant(database.pool, tenant, async (client) => {
    const tables: Record<string, string> = {};
    for (const kind of kinds.keys()) {
      const { rows } = await client.query<{ dump: string; n: number }>(
        `select count(*)::int as n, coalesce(md5(string_agg((to_jsonb(f) - 'tenant')::text, ';' order by k)), '') as dump
         from fact.${kind} f`,
      );
      tables[kind] = `${rows[0]?.n} rows ${rows[0]?.dump}`;
    }
    return tables;
  });
}

it('stores the same facts bit for bit whatever the order, the batches and the repetitions', async () => {
  const perKind = Math.ceil(Number(process.env['SWITCHBOARD_ORDER_RECORDS'] ?? 30_000) / kinds.size);
  const records = randomRecords(20261101, perKind).map(read);
  expect(new Set(records.map(({ kind }) => kind.name)).size).toBe(kinds.size);
  const dumps: Record<string, string>[] = [];
  for (let round = 1; round <= 5; round++) {
    const repeated = shuffled(
      [...records, ...shuffled(records, round * 31).slice(0, records.length / 5)],
      round * 7919,
    );
    for (let from = 0, turn = 0; from < repeated.length; turn++) {
      const size = 1 + ((turn * 7331 + round * 131) % 900);
      const batch = repeated.slice(from, from + size);
      const prepared = await prepareBatch(batch);
      await withTenant(database.pool, round, (client) =>
        facts.store(client, round, prepared, { idleGapMs: 3_600_000 }),
      );
      from += size;
    }
    dumps.push(await stored(round));
  }
  for (const dump of dumps.slice(1)) expect(dump).toEqual(dumps[0]);
  expect(Number.parseInt(dumps[0]?.['dialogue'] ?? '0')).toBeGreaterThan(200);
}, 600_000);
