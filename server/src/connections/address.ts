import type pg from 'pg';
import { PLATFORM_TENANT, withTenant } from '../database/session.js';
import { UUID } from '../http/uuid.js';

/** What a delivery to one address is measured by. */
export interface Address {
  readonly tenant: number;
  readonly id: string;
  readonly provider: string;
  readonly source: string;
  readonly secret: Buffer;
  /** The secret before, as long as it is good; else the decoy. */
  readonly formerSecret: Buffer;
  readonly isUsedLately: boolean;
}

/** Stands for an address that is nowhere, with decoys for its secrets. */
export interface Nobody {
  readonly tenant: null;
  readonly provider: null;
  readonly secret: Buffer;
  readonly formerSecret: Buffer;
}

/** Looked up instead of what cannot be an id, so that it takes as long. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** One row for an id that is nowhere too, with stand-ins of the same length: it is read in the same time. */
const byId = `select c.tenant, c.id, c.provider, c.source,
       coalesce(c.secret, $2) as secret,
       coalesce(case when c.former_ends_at > now() then c.former_secret end, $2) as "formerSecret",
       coalesce(c.last_used_at > now() - interval '1 minute', false) as "isUsedLately"
  from (select $1::uuid as id) asked
  left join connection c on c.id = asked.id and c.disabled_at is null and c.secret is not null`;

const use = `update connection set last_used_at = now()
 where tenant = $1 and id = $2 and (last_used_at is null or last_used_at < now() - interval '1 minute')`;

/**
 * What a delivery to that id is verified with. Never remembered: an id that is in use must not be answered faster than one
 * that is not.
 * @param decoy stands for a secret that is not there
 */
export async function findAddress(pool: pg.Pool, id: string, decoy: Buffer): Promise<Address | Nobody> {
  const { rows } = await withTenant(
    pool,
    PLATFORM_TENANT,
    (client) =>
      client.query<Address | Nobody>({
        name: 'connection by id',
        text: byId,
        values: [UUID.test(id) ? id : NOBODY, decoy],
      }),
    { readOnly: true },
  );
  const [row] = rows;
  if (!row) throw new Error('A left join has a row.');
  return row;
}

/** Notes that an authentic delivery came, at most once a minute. */
export async function touchAddress(pool: pg.Pool, { tenant, id }: Address): Promise<void> {
  await withTenant(pool, tenant, (client) => client.query(use, [tenant, id]));
}
