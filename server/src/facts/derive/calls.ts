import type pg from 'pg';
import { together } from '../../together.js';
import { encodeArray } from '../pg-array.js';
import { callStatuses } from '../kinds/call.js';

/**
 * What a call does not say itself comes from its best leg: the highest status, then the longest talk, then the smallest
 * id. A call that nobody described counts at its earliest leg. Duration: endedAt − answeredAt, else talk + hold; negative
 * is null and counted as a defect (records.md §3).
 */
const deriveCalls = (join: 'left join' | 'join') => `
with best as (
  select distinct on (call_k) *,
    count(*) over (partition by call_k)::int4 as legs, min(at) over (partition by call_k) as earliest
  from fact.leg
  where tenant = $1 and call_k = any($2::uuid[]) and at is not null
  order by call_k, array_position($3::text[], coalesce(status, 'open')) desc, talk_ms desc nulls last, id collate "C"
), merged as (
  select c.k, coalesce(b.legs, 0) as legs,
    case when c.first_known is null then b.earliest else c.at end as at,
    coalesce(c.status, b.status) as status, coalesce(c.trunk, b.trunk) as trunk,
    coalesce(c.direction, b.direction) as direction, coalesce(c.operator, b.operator) as operator,
    coalesce(c.cause, b.cause) as cause, coalesce(c.started_at, b.started_at) as started_at,
    coalesce(c.ringing_at, b.ringing_at) as ringing_at, coalesce(c.answered_at, b.answered_at) as answered_at,
    coalesce(c.ended_at, b.ended_at) as ended_at, coalesce(c.talk_ms, b.talk_ms) as talk_ms, c.hold_ms
  from fact.call c ${join} best b on b.call_k = c.k
  where c.tenant = $1 and c.k = any($2::uuid[])
), measured as (
  select *, coalesce(
      (extract(epoch from ended_at - answered_at) * 1000)::int8,
      case when talk_ms is not null or hold_ms is not null then coalesce(talk_ms, 0) + coalesce(hold_ms, 0) end
    ) as spoken
  from merged
)
update fact.call c set
  at = m.at, legs = m.legs, eff_status = m.status, eff_trunk = m.trunk, eff_direction = m.direction,
  eff_operator = m.operator, eff_cause = m.cause, eff_started_at = m.started_at, eff_ringing_at = m.ringing_at,
  eff_answered_at = m.answered_at, eff_ended_at = m.ended_at, eff_talk_ms = m.talk_ms,
  duration_ms = case when m.spoken >= 0 then m.spoken end, duration_defect = coalesce(m.spoken < 0, false)
from measured m
where c.tenant = $1 and c.k = m.k and c.k = any($2::uuid[])`;

/**
 * @param legCalls calls whose legs changed, also those that lost their last leg
 * @param ownCalls calls that said something themselves: only those with legs need another look
 */
export async function deriveFromLegs(
  client: pg.PoolClient,
  tenant: number,
  legCalls: ReadonlySet<string>,
  ownCalls: ReadonlySet<string>,
): Promise<void> {
  const described = [...ownCalls].filter((k) => !legCalls.has(k));
  await together([run(client, tenant, 'left join', [...legCalls]), run(client, tenant, 'join', described)]);
}

async function run(client: pg.PoolClient, tenant: number, join: 'left join' | 'join', keys: string[]): Promise<void> {
  if (keys.length === 0) return;
  await client.query({
    name: `derive calls ${join}`,
    text: deriveCalls(join),
    values: [tenant, encodeArray('uuid', keys), encodeArray('text', [...callStatuses])],
  });
}
