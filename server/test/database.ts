import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { createPool } from '../src/database/pool.js';

export interface TestDatabase {
  /** The owner's login. */
  url: string;
  /** The service's own view: role switchboard_app. */
  pool: pg.Pool;
  drop(): Promise<void>;
}

/** A database of its own, copied from the migrated template; for one test file or one test. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const failure = process.env['SWITCHBOARD_TEST_FAILURE'];
  if (failure !== undefined) throw new Error(failure);
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(`create database ${name} template ${setting('SWITCHBOARD_TEST_TEMPLATE')}`);
  const url = Object.assign(new URL(setting('SWITCHBOARD_TEST_SERVER')), { pathname: `/${name}` }).href;
  const pool = createPool(url, { max: 10 });
  return {
    url,
    pool,
    drop: async () => {
      await pool.end();
      await onServer(`drop database ${name} with (force)`);
    },
  };
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: setting('SWITCHBOARD_TEST_SERVER') });
  await client.connect();
  try {
    // PostgreSQL copies a database only while nobody else does: two test files wait for each other.
    await client.query('select pg_advisory_lock(1)');
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined)
    throw new Error(`${name} is not set: run the tests with npm test, its setup starts PostgreSQL.`);
  return value;
}
