import type pg from 'pg';
import { encodeArray, encodeEach } from '../pg-array.js';

/**
 * The facts that others refer to, made where they are missing, so that what is derived has a row to stand in.
 * @returns how many were made
 */
export async function insertStubs(
  client: pg.PoolClient,
  tenant: number,
  kind: 'dialogue' | 'call',
  stubs: readonly { k: string; source: string; id: string }[],
): Promise<number> {
  if (stubs.length === 0) return 0;
  const sorted = [...stubs].sort((a, b) => (a.k < b.k ? -1 : 1));
  const { rowCount } = await client.query({
    name: `stub ${kind}`,
    text: `insert into fact.${kind} (tenant, k, source, id)
select $1, x.k, x.source, x.id from unnest($2::uuid[], $3::text[], $4::text[]) x(k, source, id)
on conflict (tenant, k) do nothing`,
    values: [
      tenant,
      encodeEach('uuid', sorted, ({ k }) => k),
      encodeEach('text', sorted, ({ source }) => source),
      encodeEach('text', sorted, ({ id }) => id),
    ],
  });
  return rowCount ?? 0;
}

const dropSql = {
  dialogue: `delete from fact.dialogue d
where d.tenant = $1 and d.k = any($2::uuid[]) and d.first_known is null
  and d.k <> all(array(select eff_dialogue_k from fact.message where tenant = $1 and eff_dialogue_k = any($2::uuid[])))
  and d.k <> all(array(select dialogue_k from fact.assignment where tenant = $1 and dialogue_k = any($2::uuid[])))`,
  call: `delete from fact.call c
where c.tenant = $1 and c.k = any($2::uuid[]) and c.first_known is null
  and c.k <> all(array(select call_k from fact.leg where tenant = $1 and call_k = any($2::uuid[])))`,
} as const;

/** Takes away the stubs that nothing refers to any more, so that what is stored does not depend on the order of arrival. */
export async function dropStubs(
  client: pg.PoolClient,
  tenant: number,
  kind: 'dialogue' | 'call',
  keys: readonly string[],
): Promise<void> {
  if (keys.length === 0) return;
  await client.query({
    name: `drop stubs of ${kind}`,
    text: dropSql[kind],
    values: [tenant, encodeArray('uuid', keys)],
  });
}
