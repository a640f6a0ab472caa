import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { withTenant } from '../../src/database/session.js';

/** A row of a fact table: its columns by name; what is missing is null, apart from tenant, key, source and id. */
export type FactRow = Readonly<Record<string, unknown>>;

const keepNewest = `insert into newest_record values ($1, $2, $3)
on conflict (tenant, source) do update set newest = greatest(newest_record.newest, excluded.newest)`;

/**
 * Writes facts as they are, past the intake: a test of numbers says itself what is stored. The tallies of the intake go by
 * the kind `intake`. Returns the keys.
 */
export async function insertFacts(
  pool: pg.Pool,
  tenant: number,
  kind: string,
  rows: readonly FactRow[],
): Promise<string[]> {
  return withTenant(pool, tenant, async (client) => {
    const keys: string[] = [];
    for (const row of rows) {
      const k = typeof row['k'] === 'string' ? row['k'] : randomUUID();
      const all: FactRow =
        kind === 'intake'
          ? { tenant, source: 'test', ...row }
          : { tenant, source: 'test', id: k, seen: 0, first_known: 0, ...row, k };
      const names = Object.keys(all);
      const columns = names.map((name) => `"${name}"`).join(', ');
      const places = names.map((_, index) => `$${index + 1}`).join(', ');
      const table = kind === 'intake' ? kind : `fact.${kind}`;
      await client.query(`insert into ${table} (${columns}) values (${places})`, Object.values(all));
      if (kind === 'intake' && all['newest'] != null)
        await client.query(keepNewest, [tenant, all['source'], all['newest']]);
      keys.push(k);
    }
    return keys;
  });
}
