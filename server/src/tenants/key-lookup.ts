import type pg from 'pg';
import { PLATFORM_TENANT, withTenant } from '../database/session.js';
import type { Caller } from './caller.js';
import type { Scope } from './key.js';
import { toSettings, type StoredSettings } from './settings.schema.js';
import type { WeekStart } from './tenant.schema.js';

/** A key that is known, not revoked and not expired when it was read. */
export interface KnownKey {
  id: string;
  /** Epoch milliseconds; null = never. */
  expiresAt: number | null;
  caller: Caller;
}

interface Row {
  tenant: number;
  id: string;
  slug: string;
  scopes: Scope[];
  source: string;
  time_zone: string;
  week_start: WeekStart;
  settings: StoredSettings;
  expires_at: Date | null;
}

/** The key of that digest with its tenant; nothing when there is none in force. */
export async function findKey(pool: pg.Pool, digest: Buffer): Promise<KnownKey | undefined> {
  const { rows } = await withTenant(
    pool,
    PLATFORM_TENANT,
    (client) =>
      client.query<Row>(
        `select k.tenant, k.id, t.slug, k.scopes, k.source, t.time_zone, t.week_start, t.settings, k.expires_at
           from api_key k
           join tenant t using (tenant)
          where k.hash = $1 and k.revoked_at is null and (k.expires_at is null or k.expires_at > now())`,
        [digest],
      ),
    { readOnly: true },
  );
  return rows[0] && toKnownKey(rows[0]);
}

/** Notes that the key was used, at most once a minute. */
export async function touchKey(pool: pg.Pool, tenant: number, id: string): Promise<void> {
  await withTenant(pool, tenant, (client) =>
    client.query(
      `update api_key set last_used_at = now()
        where tenant = $1 and id = $2 and (last_used_at is null or last_used_at < now() - interval '1 minute')`,
      [tenant, id],
    ),
  );
}

function toKnownKey(row: Row): KnownKey {
  return {
    id: row.id,
    expiresAt: row.expires_at?.getTime() ?? null,
    caller: {
      tenant: row.tenant,
      slug: row.slug,
      scopes: row.scopes,
      source: row.source,
      timeZone: row.time_zone,
      weekStart: row.week_start,
      settings: toSettings(row.settings),
      platform: false,
    },
  };
}
