import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../test/database.js';
import { migrate } from './migrate.js';

const OWNER = `owner_${randomBytes(6).toString('hex')}`;

let database: TestDatabase;
/** Owns the tables and is no superuser, as in a database that somebody else administers. */
let owner: pg.Client;
let url: string;
beforeAll(async () => {
  database = await createTestDatabase();
  await asSuperuser(`create role ${OWNER} login password '${OWNER}'; grant create on schema public to ${OWNER};
    alter table intake owner to ${OWNER}; alter table migration owner to ${OWNER};
    delete from migration where name = '0015_newest_record.sql'; drop table newest_record`);
  url = Object.assign(new URL(database.url), { username: OWNER, password: OWNER }).href;
  owner = new pg.Client({ connectionString: url });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await asSuperuser(`drop owned by ${OWNER} cascade; drop role ${OWNER}`);
  await database.drop();
});

async function asSuperuser(statements: string): Promise<void> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(statements).finally(() => client.end());
}

const asTenant = (tenant: number) => owner.query("select set_config('app.tenant', $1, false)", [String(tenant)]);

it('finds the newest moment of each source in what an earlier version had stored', async () => {
  for (const tenant of [1, 2]) {
    await asTenant(tenant);
    await owner.query(
      `insert into intake (tenant, source, at, newest) values
         ($1, 'pbx', '2026-11-01 10:00Z', '2026-11-01 09:00Z'), ($1, 'pbx', '2026-11-01 10:01Z', '2026-11-01 08:00Z'),
         ($1, 'chat', '2026-11-01 10:00Z', '2026-10-31 00:00Z'), ($1, 'refused', '2026-11-01 10:00Z', null)`,
      [tenant],
    );
  }
  expect(await migrate(url)).toEqual(['0015_newest_record.sql']);
  for (const tenant of [1, 2]) {
    await asTenant(tenant);
    const { rows } = await owner.query('select tenant, source, newest from newest_record order by source');
    expect(rows).toEqual([
      { tenant, source: 'chat', newest: new Date('2026-10-31T00:00:00Z') },
      { tenant, source: 'pbx', newest: new Date('2026-11-01T09:00:00Z') },
    ]);
  }
  await asTenant(3);
  expect((await owner.query('select from intake')).rows).toEqual([]);
});
