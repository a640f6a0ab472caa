import type pg from 'pg';
import { PLATFORM_TENANT, withTenant } from '../database/session.js';

/** What a delivery to one address is measured by. */
export interface Address {
  readonly tenant: number;
  readonly id: string;
  readonly provider: string;
  readonly source: string;
  readonly secret: Buffer;
  /** The secret before, as long as it is good. */
  readonly formerSecret: Buffer | null;
  readonly isUsedLately: boolean;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** Looked up instead of what cannot be an id, so that it takes as long. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

const byId = `select tenant, id, provider, source, secret,
       case when former_ends_at > now() then former_secret end as "formerSecret",
       coalesce(last_used_at > now() - interval '1 minute', false) as "isUsedLately"
  from connection
 where id = $1 and disabled_at is null and secret is not null`;

const use = `update connection set last_used_at = now()
 where tenant = $1 and id = $2 and (last_used_at is null or last_used_at < now() - interval '1 minute')`;

/** The connection of that id. Never remembered: an id that is in use must not be answered faster than one that is not. */
export async function findAddress(pool: pg.Pool, id: string): Promise<Address | undefined> {
  const { rows } = await withTenant(
    pool,
    PLATFORM_TENANT,
    (client) => client.query<Address>({ name: 'connection by id', text: byId, values: [UUID.test(id) ? id : NOBODY] }),
    { readOnly: true },
  );
  return rows[0];
}

/** Notes that an authentic delivery came, at most once a minute. */
export async function touchAddress(pool: pg.Pool, { tenant, id }: Address): Promise<void> {
  await withTenant(pool, tenant, (client) => client.query(use, [tenant, id]));
}
