import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../test/database.js';
import { migrate } from './migrate.js';

describe('migrate', () => {
  let database: TestDatabase;
  let folder: string;
  const file = (name: string, sql: string): void => writeFileSync(join(folder, name), sql);
  const run = (): Promise<string[]> => migrate(database.url, pathToFileURL(`${folder}/`));
  const asOwner = async (sql: string): Promise<pg.QueryResult> => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    return client.query(sql).finally(() => client.end());
  };

  beforeAll(async () => {
    database = await createTestDatabase();
    folder = mkdtempSync(join(tmpdir(), 'migrations-'));
  });
  beforeEach(async () => {
    await asOwner('delete from migration; drop table if exists bread; drop table if exists butter');
    file('0001_bread.sql', 'create table bread (slices int4); select pg_sleep(0.2);');
    rmSync(join(folder, '0002_butter.sql'), { force: true });
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await database.drop();
  });

  it('lets one of several instances that start at once do the work', async () => {
    file('0002_butter.sql', 'create table butter (grams int4);');
    const results = await Promise.all([run(), run(), run(), run()]);
    expect(results.filter((names) => names.length > 0)).toEqual([['0001_bread.sql', '0002_butter.sql']]);
    expect((await asOwner('select name from migration order by name')).rows).toHaveLength(2);
  });

  it('keeps nothing of a file that fails, names its line, and goes on from there', async () => {
    file('0002_butter.sql', 'create table butter (grams int4);\ninsert into nowhere values (1);');
    await expect(run()).rejects.toThrow(
      'Migration 0002_butter.sql failed at line 2: relation "nowhere" does not exist',
    );
    expect((await asOwner("select to_regclass('butter') as butter")).rows).toEqual([{ butter: null }]);
    file('0002_butter.sql', 'create table butter (grams int4);');
    expect(await run()).toEqual(['0002_butter.sql']);
  });

  it('refuses a file that was changed after it ran', async () => {
    await run();
    file('0001_bread.sql', 'create table bread (slices int8);');
    await expect(run()).rejects.toThrow('Migration 0001_bread.sql was changed after it had been applied');
  });

  it('refuses a database that is newer than the program', async () => {
    file('0002_butter.sql', 'create table butter (grams int4);');
    await run();
    rmSync(join(folder, '0002_butter.sql'));
    await expect(run()).rejects.toThrow('The database is newer than this program (it has 0002_butter.sql)');
  });
});
