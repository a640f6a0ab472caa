import pg from 'pg';
import { kinds } from '../../../src/facts/kinds.js';

/** Asks the database as its superuser, whom no row-level security binds: what is really there. */
export async function queryAsOwner<Row extends pg.QueryResultRow>(
  databaseUrl: string,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<Row>(sql, values);
    return rows;
  } finally {
    await client.end();
  }
}

/** The names `kind/id` of a tenant's facts, of those only that a record described; with repetition if there were any. */
export async function storedNames(databaseUrl: string, tenant: number): Promise<string[]> {
  const each = [...kinds.keys()].map(
    (kind) => `select '${kind}/' || id as name from fact.${kind} where tenant = $1 and first_known is not null`,
  );
  const rows = await queryAsOwner<{ name: string }>(databaseUrl, each.join(' union all '), [tenant]);
  return rows.map(({ name }) => name);
}

/** Every row of every table as text, binary columns in hexadecimal: what a dump of the database would hold. */
export async function dump(databaseUrl: string): Promise<string> {
  const tables = await queryAsOwner<{ name: string }>(
    databaseUrl,
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
  );
  const parts: string[] = [];
  for (const { name } of tables) {
    const rows = await queryAsOwner<{ row: string }>(databaseUrl, `select t::text as row from ${name} t order by 1`);
    parts.push(`-- ${name}`, ...rows.map(({ row }) => row));
  }
  return parts.join('\n');
}
