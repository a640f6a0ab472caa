import pg from 'pg';
import { atLeast, counted, exactly, type Figure, none } from '../figures.js';
import type { Given, Stage } from '../given.js';
import { queryAsOwner } from '../service/owner.js';
import { tenantTables } from './fingerprint.js';

/** The role that the service works as. */
const ROLE = 'switchboard_app';
/** Each takes a wall down, and puts it up again. */
const BREACHES: readonly (readonly [string, string])[] = [
  ['alter table fact.call no force row level security', 'alter table fact.call force row level security'],
  ['alter table fact.message disable row level security', 'alter table fact.message enable row level security'],
  [`alter table fact.name owner to ${ROLE}`, 'alter table fact.name owner to current_user'],
  ['create table fact.loose (tenant int4 primary key)', 'drop table fact.loose'],
];

/**
 * What holds even if the service forgot to say whose rows it wants: the database shows its role nothing without a tenant,
 * and nothing of others with one; and the service does not start where that is not so.
 * @param breaches how many ways of taking a wall down are tried
 */
export async function wallFigures(
  { program, log, breaches }: Given & { breaches: number },
  { databaseUrl }: Stage,
  tenants: readonly number[],
): Promise<Figure[]> {
  const tables = await tenantTables(databaseUrl);
  const [loose] = await queryAsOwner<{ n: number }>(
    databaseUrl,
    `select count(*)::int as n from pg_class c join unnest($1::text[]) name on c.oid = name::regclass
      where not (c.relrowsecurity and c.relforcerowsecurity)`,
    [tables],
  );
  const [rights] = await queryAsOwner<{ n: number }>(
    databaseUrl,
    `select rolsuper::int + rolbypassrls::int + rolcreaterole::int + rolcreatedb::int
            + (select count(*)::int from pg_class where relowner = r.oid) as n
       from pg_roles r where rolname = $1`,
    [ROLE],
  );
  const seen = { own: 0, foreign: 0, unasked: await visible(databaseUrl, tables, 'true') };
  for (const tenant of tenants) {
    seen.own += await visible(databaseUrl, tables, `tenant = ${tenant}`, tenant);
    seen.foreign += await visible(databaseUrl, tables, `tenant <> ${tenant}`, tenant);
  }
  let started = 0;
  for (const [breach, repair] of BREACHES.slice(0, breaches)) {
    await queryAsOwner(databaseUrl, breach);
    const service = await program.start({ DATABASE_URL: databaseUrl }).catch(() => undefined);
    await queryAsOwner(databaseUrl, repair);
    if (service === undefined) continue;
    await service.stop();
    started += 1;
    log(`started in spite of: ${breach}`);
  }
  const whole = await program.start({ DATABASE_URL: databaseUrl }).catch(() => undefined);
  await whole?.stop();
  return [
    atLeast('tables that hold rows of tenants', tables.length, 20),
    none('of them without forced row-level security', Number(loose?.n)),
    none('special rights, and tables of its own, of the role that the service works as', Number(rights?.n)),
    atLeast('rows that this role sees when it names their tenant', seen.own, 20),
    none('rows of others that it sees then', seen.foreign),
    none('rows that it sees without naming a tenant', seen.unasked),
    counted('walls taken down, one at a time', breaches),
    none('starts with a wall down', started),
    exactly('starts with all walls up', whole === undefined ? 0 : 1, 1),
  ];
}

/** How many rows the service's role sees in all tables; an error, which is what it gets without a tenant, shows none. */
async function visible(
  databaseUrl: string,
  tables: readonly string[],
  where: string,
  tenant?: number,
): Promise<number> {
  const setting = tenant === undefined ? '' : ` -c app.tenant=${tenant}`;
  const client = new pg.Client({ connectionString: databaseUrl, options: `-c role=${ROLE}${setting}` });
  await client.connect();
  let sum = 0;
  try {
    for (const table of tables) {
      const { rows } = await client
        .query<{ n: number }>(`select count(*)::int as n from ${table} where ${where}`)
        .catch(nothingWhenRefused);
      sum += rows[0]?.n ?? 0;
    }
  } finally {
    await client.end();
  }
  return sum;
}

/** @throws what is no refusal: no such setting, or no right to the table */
function nothingWhenRefused(error: unknown): { rows: { n: number }[] } {
  if (error instanceof pg.DatabaseError && ['42704', '42501', '22P02'].includes(String(error.code)))
    return { rows: [] };
  throw error;
}
