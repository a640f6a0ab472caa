import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { PLATFORM_TENANT, withTenant } from '../database/session.js';
import { digestKey } from '../tenants/key.js';
import { demoZone } from './world.js';

const slug = 'demo';

/** The demo tenant's number; makes the tenant where it is missing. */
export async function ensureDemoTenant(pool: pg.Pool): Promise<number> {
  return withTenant(pool, PLATFORM_TENANT, async (client) => {
    await client.query(
      `insert into tenant (slug, name, time_zone) values ($1, 'Demo contact centre', $2) on conflict (slug) do nothing`,
      [slug, demoZone],
    );
    const { rows } = await client.query<{ tenant: number }>('select tenant from tenant where slug = $1', [slug]);
    const [row] = rows;
    if (!row) throw new Error('The demo tenant is not there.');
    return row.tenant;
  });
}

/**
 * The key with which the demo is read. It opens simulated data only, and it is shown at every start, so unlike all other
 * keys it is kept: in the data directory, for its owner alone.
 */
export async function ensureDemoKey(pool: pg.Pool, tenant: number, dataDir: string): Promise<string> {
  const key = keptKey(join(dataDir, 'demo-read-key'));
  await withTenant(pool, tenant, (client) =>
    client.query(
      `insert into api_key (tenant, id, name, hash, scopes, source) values ($1, $2, 'demo', $3, '{read}', 'demo')
       on conflict (hash) do nothing`,
      [tenant, randomUUID(), digestKey(key)],
    ),
  );
  return key;
}

function keptKey(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    const key = `swb_demo_read_${randomBytes(18).toString('base64url')}`;
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, `${key}\n`, { mode: 0o600 });
    return key;
  }
}
