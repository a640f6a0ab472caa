import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import pg from 'pg';

const MIGRATIONS = new URL('./migrations/', import.meta.url);
const OLDEST_SERVER = 150_000;
/** Any fixed number, the same in every instance: who holds it migrates, the others wait. */
const MIGRATION_LOCK = 7_204_411_983;

interface Migration {
  name: string;
  checksum: string;
  sql: string;
}

/**
 * Brings the database's schema up to date: the files of migrations/ in order, each in its own transaction, forward only.
 * Instances that start at the same moment wait for each other, and the later ones find nothing to do.
 * @param ownerUrl a login that owns, or may create, the tables
 * @returns the names of the migrations applied now
 * @throws a sentence when the server is too old, a file was changed after it ran, or the schema is newer than the program
 */
export async function migrate(ownerUrl: string, directory: URL = MIGRATIONS): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'switchboard migrate' });
  await client.connect().catch((error: unknown) => {
    throw new Error(`The database cannot be reached: ${reason(error)}.`, { cause: error });
  });
  try {
    await refuseOldServer(client);
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    return await applyMissing(client, await readMigrations(directory));
  } finally {
    await client.end();
  }
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: number; version: string }>(
    "select current_setting('server_version_num')::int4 as number, current_setting('server_version') as version",
  );
  const server = rows[0];
  if (server !== undefined && server.number < OLDEST_SERVER) {
    throw new Error(`Switchboard needs PostgreSQL 15 or newer; the database of DATABASE_URL is ${server.version}.`);
  }
}

async function readMigrations(directory: URL): Promise<Migration[]> {
  const names = (await readdir(directory)).filter((name) => /^\d{4}_\w+\.sql$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = (await readFile(new URL(name, directory), 'utf8')).replaceAll('\r\n', '\n');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

async function applyMissing(client: pg.Client, migrations: Migration[]): Promise<string[]> {
  await client.query(
    `create table if not exists public.migration (
       name text primary key, checksum text not null, applied_at timestamptz not null default now()
     )`,
  );
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from public.migration',
  );
  const applied = new Map(rows.map((row) => [row.name, row.checksum]));
  refuseForeign(applied, migrations);
  const missing = migrations.filter((migration) => !applied.has(migration.name));
  for (const migration of missing) await apply(client, migration);
  return missing.map((migration) => migration.name);
}

function refuseForeign(applied: ReadonlyMap<string, string>, migrations: Migration[]): void {
  for (const { name, checksum } of migrations) {
    if (applied.has(name) && applied.get(name) !== checksum) {
      throw new Error(
        `Migration ${name} was changed after it had been applied: restore the file and add a new one instead.`,
      );
    }
  }
  const known = new Set(migrations.map((migration) => migration.name));
  const unknown = [...applied.keys()].filter((name) => !known.has(name));
  if (unknown.length > 0) {
    throw new Error(`The database is newer than this program (it has ${unknown.join(', ')}): start a newer version.`);
  }
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query('insert into public.migration (name, checksum) values ($1, $2)', [name, checksum]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`Migration ${name} failed${place(sql, error)}: ${reason(error)}`, { cause: error });
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function place(sql: string, error: unknown): string {
  if (!(error instanceof pg.DatabaseError) || error.position === undefined) return '';
  return ` at line ${sql.slice(0, Number(error.position)).split('\n').length}`;
}
