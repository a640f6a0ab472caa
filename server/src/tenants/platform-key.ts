import type pg from 'pg';
import { PLATFORM_TENANT, withTenant } from '../database/session.js';
import { digestKey, makeKey } from './key.js';

/** The token of the digests of the keys that administer every tenant. */
export const PLATFORM_KEYS = Symbol('PLATFORM_KEYS');

export interface PlatformKeys {
  digests: readonly Buffer[];
  /** The key itself when it was made just now: to be shown once. */
  made?: string;
}

const ONE_AT_A_TIME = 7_204_411_985;

/** The bootstrap key: the configured one, else the one made at an earlier start, else a new one, of which the digest is kept. */
export async function preparePlatformKeys(pool: pg.Pool, configured: string | undefined): Promise<PlatformKeys> {
  if (configured !== undefined) return { digests: [digestKey(configured)] };
  return withTenant(pool, PLATFORM_TENANT, async (client) => {
    await client.query('select pg_advisory_xact_lock($1)', [ONE_AT_A_TIME]);
    const { rows } = await client.query<{ hash: Buffer }>('select hash from platform_key');
    if (rows.length > 0) return { digests: rows.map((row) => row.hash) };
    const made = makeKey();
    await client.query('insert into platform_key (hash) values ($1)', [digestKey(made)]);
    return { digests: [digestKey(made)], made };
  });
}
