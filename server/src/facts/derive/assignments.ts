import type pg from 'pg';
import { encodeArray } from '../pg-array.js';

/** An offer without an end lasts until the next acceptance of the same dialogue or call, or until its close. One of both follows its dialogue. */
const deriveEnds = (parent: 'dialogue' | 'call', closed: string, only: string) => `
with offers as (
  select a.k, a.ended_at, a.eff_ended_at, p.${closed} as closed_at,
    min(a.accepted_at) over (
      partition by a.${parent}_k order by coalesce(a.accepted_at, a.offered_at), a.k
      rows between 1 following and unbounded following
    ) as next_accepted_at
  from fact.assignment a
  left join fact.${parent} p on p.tenant = a.tenant and p.k = a.${parent}_k and p.k = any($2::uuid[])
  where a.tenant = $1 and a.${parent}_k = any($2::uuid[]) and a.at is not null${only}
)
update fact.assignment a set eff_ended_at = coalesce(o.ended_at, o.next_accepted_at, o.closed_at)
from offers o
where a.tenant = $1 and a.k = o.k and a.${parent}_k = any($2::uuid[])
  and o.eff_ended_at is distinct from coalesce(o.ended_at, o.next_accepted_at, o.closed_at)`;

const statements = {
  dialogue: deriveEnds('dialogue', 'closed_at', ''),
  call: deriveEnds('call', 'eff_ended_at', ' and a.dialogue_k is null'),
} as const;

/** Writes when the offers of the dialogues or calls with those keys ended, as now known. */
export async function deriveAssignmentEnds(
  client: pg.PoolClient,
  tenant: number,
  parent: 'dialogue' | 'call',
  keys: readonly string[],
): Promise<void> {
  if (keys.length === 0) return;
  await client.query({
    name: `derive assignments of ${parent}`,
    text: statements[parent],
    values: [tenant, encodeArray('uuid', keys)],
  });
}
