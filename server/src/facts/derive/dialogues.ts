import type pg from 'pg';
import { encodeArray } from '../pg-array.js';

/**
 * Everything that a dialogue's messages, offers and changes say about it (records.md §3's end):
 * - outcome (A-15): operator when an operator wrote, bot_only when only a bot did, else unhandled; handoff: bot, then operator.
 * - first response: from the first customer message, or the last handing over or reopening after it, to the first
 *   operator message from then on.
 * - answered: the first acceptance or operator message; where no operator was ever offered, the first bot message.
 * - turns: customer messages that follow somebody else's; skipped offers: ended without acceptance (A-19).
 * - episodes: one, and one more for each opening after a resolution.
 * A dialogue that nobody described counts at its earliest message or offer.
 */
const deriveDialogues = `
with touched as (
  select d.k, d.first_known, d.at from fact.dialogue d where d.tenant = $1 and d.k = any($2::uuid[])
), said as (
  select m.eff_dialogue_k as k, m.at, m.k as message_k, m.author, m.operator, m.bot, m.channel, m.chat, m.customer,
    lag(m.author) over w as previous_author, row_number() over w as position
  from fact.message m
  where m.tenant = $1 and m.eff_dialogue_k = any($2::uuid[]) and m.at is not null
  window w as (partition by m.eff_dialogue_k order by m.at, m.k)
), messages as (
  select k, min(at) as first_at,
    count(*) filter (where author = 'customer')::int4 as customer_messages,
    count(*) filter (where author = 'bot')::int4 as bot_messages,
    count(*) filter (where author = 'operator')::int4 as operator_messages,
    count(*) filter (where author = 'customer' and previous_author is distinct from 'customer')::int4 as turns,
    min(at) filter (where author = 'customer') as first_customer_at,
    min(at) filter (where author = 'bot') as first_bot_at,
    min(at) filter (where author = 'operator') as first_operator_at,
    max(at) filter (where author = 'operator') as last_operator_at,
    array_agg(operator) filter (where author = 'operator' and operator is not null) as operators,
    array_agg(bot) filter (where author = 'bot' and bot is not null) as bots,
    min(channel) filter (where position = 1) as first_channel,
    min(chat) filter (where position = 1) as first_chat,
    min(customer) filter (where position = 1) as first_customer
  from said group by k
), offered as (
  select dialogue_k as k, min(at) as first_at, count(*)::int4 as offers,
    count(*) filter (where accepted_at is null and eff_ended_at is not null)::int4 as skipped_offers,
    min(accepted_at) as first_accepted_at,
    array_agg(operator) filter (where accepted_at is not null and operator is not null) as operators
  from fact.assignment
  where tenant = $1 and dialogue_k = any($2::uuid[]) and at is not null
  group by 1
), stated as (
  select dialogue_k as k, at, state, lag(state) over (partition by dialogue_k order by at, k) as previous_state
  from fact.change
  where tenant = $1 and dialogue_k = any($2::uuid[]) and of = 'dialogue' and at is not null
), episodes as (
  select k, count(*) filter (where state = 'open' and previous_state = 'resolved')::int4 as reopened from stated group by k
), handed as (
  select s.k, max(s.at) as at
  from stated s join messages m on m.k = s.k and s.at between m.first_customer_at and m.last_operator_at
  where s.state = 'handed_off' or (s.state = 'open' and s.previous_state = 'resolved')
  group by s.k
), clock as (
  select m.k, coalesce(h.at, m.first_customer_at) as started_at
  from messages m left join handed h on h.k = m.k
  where m.first_customer_at is not null and m.operator_messages > 0
), response as (
  select c.k, min(s.at) as first_response_at,
    (extract(epoch from min(s.at) - c.started_at) * 1000)::int8 as first_response_ms
  from clock c join said s on s.k = c.k and s.author = 'operator' and s.at >= c.started_at
  group by c.k, c.started_at
), derived as (
  select t.k,
    case when t.first_known is null then least(m.first_at, o.first_at) else t.at end as at,
    coalesce(m.customer_messages, 0) as customer_messages, coalesce(m.bot_messages, 0) as bot_messages,
    coalesce(m.operator_messages, 0) as operator_messages,
    case when m.operator_messages > 0 then 'operator' when m.bot_messages > 0 then 'bot_only' else 'unhandled' end as outcome,
    coalesce(m.first_bot_at < m.last_operator_at, false) as handoff,
    m.first_customer_at, m.first_operator_at, r.first_response_at, r.first_response_ms,
    coalesce(least(o.first_accepted_at, m.first_operator_at), case when o.k is null then m.first_bot_at end) as answered_at,
    coalesce(o.offers, 0) as offers, coalesce(o.skipped_offers, 0) as skipped_offers, coalesce(m.turns, 0) as turns,
    1 + coalesce(e.reopened, 0) as episodes,
    array(select distinct unnest(m.operators || o.operators) order by 1) as operators,
    array(select distinct unnest(m.bots) order by 1) as bots,
    m.first_channel, m.first_chat, m.first_customer
  from touched t
  left join messages m using (k) left join offered o using (k) left join episodes e using (k) left join response r using (k)
), timed as (
  select *, case when answered_at >= at then (extract(epoch from answered_at - at) * 1000)::int8 end as wait_ms from derived
)
update fact.dialogue d set
  at = x.at, customer_messages = x.customer_messages, bot_messages = x.bot_messages,
  operator_messages = x.operator_messages, outcome = x.outcome, handoff = x.handoff,
  first_customer_at = x.first_customer_at, first_operator_at = x.first_operator_at,
  first_response_at = x.first_response_at, first_response_ms = x.first_response_ms, answered_at = x.answered_at, wait_ms = x.wait_ms, offers = x.offers,
  skipped_offers = x.skipped_offers, turns = x.turns, episodes = x.episodes, operators = x.operators, bots = x.bots,
  first_channel = x.first_channel, first_chat = x.first_chat, first_customer = x.first_customer
from timed x
where d.tenant = $1 and d.k = x.k and d.k = any($2::uuid[])
  and (d.at, d.customer_messages, d.bot_messages, d.operator_messages, d.outcome, d.handoff, d.first_customer_at,
    d.first_operator_at, d.first_response_at, d.first_response_ms, d.answered_at, d.wait_ms, d.offers, d.skipped_offers, d.turns, d.episodes,
    d.operators, d.bots, d.first_channel, d.first_chat, d.first_customer)
  is distinct from (x.at, x.customer_messages, x.bot_messages, x.operator_messages, x.outcome, x.handoff,
    x.first_customer_at, x.first_operator_at, x.first_response_at, x.first_response_ms, x.answered_at, x.wait_ms, x.offers, x.skipped_offers,
    x.turns, x.episodes, x.operators, x.bots, x.first_channel, x.first_chat, x.first_customer)`;

/** Writes what the dialogues with those keys derive from all that belongs to them; rows that stay as they are are not touched. */
export async function aggregateDialogues(
  client: pg.PoolClient,
  tenant: number,
  keys: readonly string[],
): Promise<void> {
  if (keys.length === 0) return;
  await client.query({
    name: 'derive dialogues',
    text: deriveDialogues,
    values: [tenant, encodeArray('uuid', keys)],
  });
}
