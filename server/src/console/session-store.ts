import type pg from 'pg';
import { PLATFORM_TENANT, withTenant } from '../database/session.js';

/** A session that is not over. */
export interface KnownSession {
  /** The digest of the key it stands for. */
  keyHash: Buffer;
  expiresAt: Date;
}

/** Keeps a session, and lets go of those that are over. */
export async function insertSession(
  pool: pg.Pool,
  { tenant, hash, keyHash, expiresAt }: KnownSession & { tenant: number; hash: Buffer },
): Promise<void> {
  await withTenant(pool, tenant, async (client) => {
    await client.query('delete from console_session where expires_at < now()');
    await client.query('insert into console_session (tenant, hash, key_hash, expires_at) values ($1, $2, $3, $4)', [
      tenant,
      hash,
      keyHash,
      expiresAt,
    ]);
  });
}

/** The session of that digest; nothing when there is none, or it is over. */
export async function findSession(pool: pg.Pool, hash: Buffer): Promise<KnownSession | undefined> {
  const { rows } = await withTenant(
    pool,
    PLATFORM_TENANT,
    (client) =>
      client.query<{ key_hash: Buffer; expires_at: Date }>(
        'select key_hash, expires_at from console_session where hash = $1 and expires_at > now()',
        [hash],
      ),
    { readOnly: true },
  );
  return rows[0] && { keyHash: rows[0].key_hash, expiresAt: rows[0].expires_at };
}

/** Ends a session. */
export async function deleteSession(pool: pg.Pool, hash: Buffer): Promise<void> {
  await withTenant(pool, PLATFORM_TENANT, (client) =>
    client.query('delete from console_session where hash = $1', [hash]),
  );
}
