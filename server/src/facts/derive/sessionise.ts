import type pg from 'pg';
import { encodeEach } from '../pg-array.js';
import type { Thread } from './touched.js';

/**
 * Finds the dialogues of messages that name none: one thread's messages in order of time, cut where nothing was said for
 * longer than the tenant's idle gap. A dialogue's key and id are those of its earliest message (records.md §3).
 */
const assignMessages = `
with thread as (
  select * from unnest($2::text[], $3::text[], $4::text[], $5::text[]) t(source, channel, chat, customer)
), said as (
  select m.k, m.at, m.eff_dialogue_k, t.source, t.channel, t.chat, t.customer,
    case when m.at - lag(m.at) over thread_order <= $6::int8 * interval '1 millisecond' then 0 else 1 end as opens
  from thread t
  join fact.message m on m.tenant = $1 and m.source = t.source and m.channel is not distinct from t.channel
    and m.chat is not distinct from t.chat and m.customer = t.customer
  where m.customer = any($5::text[]) and m.dialogue_k is null and m.at is not null
  window thread_order as (partition by t.source, t.channel, t.chat, t.customer order by m.at, m.k)
), numbered as (
  select *, sum(opens) over (partition by source, channel, chat, customer order by at, k) as part from said
), cut as (
  select k, eff_dialogue_k as held,
    first_value(k) over (partition by source, channel, chat, customer, part order by at, k) as dialogue_k
  from numbered
), moved as (
  update fact.message m set eff_dialogue_k = c.dialogue_k from cut c
  where m.tenant = $1 and m.k = c.k and c.dialogue_k is distinct from c.held
    and m.k = any(array(select k from cut where dialogue_k is distinct from held))
  returning c.held, c.dialogue_k
)
select distinct d.k, m.source, m.id
from moved, lateral (values (moved.held), (moved.dialogue_k)) d(k)
left join fact.message m on m.tenant = $1 and m.k = d.k and m.k = any(array(
  select held from moved union select dialogue_k from moved
))
where d.k is not null`;

/**
 * A message that no longer counts was written without a dialogue, so it needs no statement of its own.
 * @returns the dialogues that gained or lost messages; with source and id where its first message is known
 */
export async function sessionise(
  client: pg.PoolClient,
  tenant: number,
  threads: readonly Thread[],
  idleGapMs: number,
): Promise<{ k: string; source: string | null; id: string | null }[]> {
  if (threads.length === 0) return [];
  const column = (of: (thread: Thread) => string | null) => encodeEach('text', threads, of);
  const moved = await client.query<{ k: string; source: string | null; id: string | null }>({
    name: 'sessionise',
    text: assignMessages,
    values: [
      tenant,
      column(({ source }) => source),
      column(({ channel }) => channel),
      column(({ chat }) => chat),
      column(({ customer }) => customer),
      idleGapMs,
    ],
  });
  return moved.rows.map((row) => ({ ...row, k: row.k.replaceAll('-', '') }));
}
