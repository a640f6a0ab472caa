import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../test/database.js';
import { checkRoles } from './roles.js';

describe('checkRoles', () => {
  let database: TestDatabase;
  let owner: pg.Pool;

  beforeAll(async () => {
    database = await createTestDatabase();
    owner = new pg.Pool({ connectionString: database.url, max: 1 });
  });
  afterAll(async () => {
    await owner.end();
    await database.drop();
  });

  it('accepts the application role on the migrated schema', async () => {
    await expect(checkRoles(database.pool)).resolves.toBeUndefined();
  });

  it('refuses a superuser', async () => {
    await expect(checkRoles(owner)).rejects.toThrow(/must not work as the superuser "\w+"/);
  });

  it('refuses the owner of a table', async () => {
    await owner.query('create table mine (n int4); alter table mine owner to switchboard_app');
    await expect(checkRoles(database.pool)).rejects.toThrow('The role "switchboard_app" owns the table "mine"');
    await owner.query('drop table mine');
  });

  it('refuses a table of tenants without forced row-level security', async () => {
    await owner.query('create table fact.loose (tenant int4, k uuid, primary key (tenant, k))');
    await owner.query('alter table fact.loose enable row level security');
    await expect(checkRoles(database.pool)).rejects.toThrow('Row-level security is not forced on fact.loose.');
    await owner.query('drop table fact.loose');
  });

  it('refuses a table whose primary key does not begin with the tenant', async () => {
    await owner.query('create table fact.astray (tenant int4, k uuid, primary key (k, tenant))');
    await owner.query('alter table fact.astray enable row level security, force row level security');
    await expect(checkRoles(database.pool)).rejects.toThrow(
      'The primary key of fact.astray does not begin with the tenant.',
    );
    await owner.query('drop table fact.astray');
  });
});
