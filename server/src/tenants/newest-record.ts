import type pg from 'pg';
import { withTenant } from '../database/session.js';
import { kinds } from '../facts/kinds.js';

/** One look at the end of the index (tenant, at) of each kind's table. */
const NEWEST = `select greatest(${[...kinds.keys()]
  .map((kind) => `(select max(at) from fact.${kind} where tenant = $1)`)
  .join(', ')}) as at`;

/** The latest counting time of any of the tenant's facts (ISO 8601); null before the first. */
export async function findNewestRecord(pool: pg.Pool, tenant: number): Promise<string | null> {
  const { rows } = await withTenant(pool, tenant, (client) => client.query<{ at: Date | null }>(NEWEST, [tenant]), {
    readOnly: true,
  });
  return rows[0]?.at?.toISOString() ?? null;
}
