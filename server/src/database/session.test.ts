import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../../test/database.js';
import { PLATFORM_TENANT, withTenant } from './session.js';

describe('withTenant', () => {
  let database: TestDatabase;
  const numbers: number[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    for (const slug of ['one', 'two']) {
      const { rows } = await withTenant(database.pool, PLATFORM_TENANT, (client) =>
        client.query<{ tenant: number }>('insert into tenant (slug, name) values ($1, $1) returning tenant', [slug]),
      );
      numbers.push(rows[0]!.tenant);
    }
  });
  afterAll(() => database.drop());

  const visible = (tenant: number, readOnly: boolean): Promise<string[]> =>
    withTenant(
      database.pool,
      tenant,
      async (client) => (await client.query<{ slug: string }>('select slug from tenant')).rows.map((row) => row.slug),
      { readOnly },
    );

  it('shows 10,000 interleaved pooled sessions nothing of the other tenant', async () => {
    let leaks = 0;
    let asked = 0;
    const sender = async (seed: number): Promise<void> => {
      for (let turn = 0; turn < 250; turn += 1) {
        const which = (seed * 7 + turn * 3) % 2;
        const seen = await visible(numbers[which]!, turn % 3 === 0);
        asked += 1;
        if (seen.length !== 1 || seen[0] !== ['one', 'two'][which]) leaks += 1;
      }
    };
    await Promise.all(Array.from({ length: 40 }, (_, seed) => sender(seed)));
    expect({ asked, leaks }).toEqual({ asked: 10_000, leaks: 0 });
  });

  it('shows the platform everyone', async () => {
    expect((await visible(PLATFORM_TENANT, true)).sort()).toEqual(['one', 'two']);
  });

  it('refuses a row of another tenant', async () => {
    const write = withTenant(database.pool, numbers[0]!, (client) =>
      client.query(
        "insert into api_key (tenant, id, name, hash, scopes) values ($1, gen_random_uuid(), 'x', 'x', '{read}')",
        [numbers[1]],
      ),
    );
    await expect(write).rejects.toThrow('violates row-level security policy');
  });

  it('is an error, not an empty answer, outside a session', async () => {
    await expect(database.pool.query('select from tenant')).rejects.toThrow();
  });

  it('rolls back what a failing work wrote', async () => {
    const failing = withTenant(database.pool, PLATFORM_TENANT, async (client) => {
      await client.query("insert into tenant (slug, name) values ('three', 'three')");
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await visible(PLATFORM_TENANT, true)).not.toContain('three');
  });

  it('refuses to write in a read-only session, and ends a statement at its limit', async () => {
    const write = withTenant(database.pool, 0, (client) => client.query('delete from tenant'), { readOnly: true });
    await expect(write).rejects.toThrow('read-only transaction');
    const slow = withTenant(database.pool, 0, (client) => client.query('select pg_sleep(5)'), {
      statementTimeoutMs: 50,
    });
    await expect(slow).rejects.toThrow('statement timeout');
  });

  it('does not hand out a connection again that died under its work', async () => {
    const dying = withTenant(database.pool, 0, (client) =>
      client.query('select pg_terminate_backend(pg_backend_pid())'),
    );
    await expect(dying).rejects.toThrow();
    expect(await visible(numbers[0]!, true)).toEqual(['one']);
  });
});
