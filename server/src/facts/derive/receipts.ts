import type pg from 'pg';
import { encodeArray, encodeEach } from '../pg-array.js';
import { messageStatuses } from '../kinds/message.js';
import type { ReceiptScope } from './touched.js';

/**
 * A receipt settles every outgoing message of its dialogue, or of its channel and customer, that was sent up to its
 * watermark. Asked for the messages of a batch, for those of the dialogues it touched, and for all that a changed
 * receipt reaches or reached.
 */
const settleMessages = `
with changed as (
  select * from unnest($5::uuid[], $6::text[], $7::text[]) t(dialogue_k, channel, customer)
), outgoing as (
  select k from fact.message where tenant = $1 and k = any($2::uuid[]) and author <> 'customer'
  union
  select k from fact.message where tenant = $1 and eff_dialogue_k = any($3::uuid[] || $5::uuid[]) and author <> 'customer'
  union
  select m.k from fact.message m join changed c on c.dialogue_k is null and c.channel = m.channel and c.customer = m.customer
  where m.tenant = $1 and m.customer = any($7::text[]) and m.author <> 'customer'
), said as (
  select k, at, eff_dialogue_k, channel, customer, status, delivered_at, read_at
  from fact.message where tenant = $1 and k = any(array(select k from outgoing))
), receipts as (
  select m.k, r.at, r.status from said m
  join fact.receipt r on r.dialogue_k = m.eff_dialogue_k and r.up_to >= m.at
  where r.tenant = $1 and r.at is not null and r.dialogue_k = any(array(select eff_dialogue_k from said))
  union all
  select m.k, r.at, r.status from said m
  join fact.receipt r on r.channel = m.channel and r.customer = m.customer and r.up_to >= m.at
  where r.tenant = $1 and r.at is not null and r.dialogue_k is null and r.customer = any(array(select customer from said))
), settled as (
  select m.k, m.status, m.delivered_at, m.read_at,
    min(r.at) filter (where r.status in ('delivered', 'read')) as receipt_delivered_at,
    min(r.at) filter (where r.status = 'read') as receipt_read_at
  from said m left join receipts r using (k)
  group by m.k, m.status, m.delivered_at, m.read_at
), final as (
  select k, least(delivered_at, receipt_delivered_at) as delivered_at, least(read_at, receipt_read_at) as read_at,
    ($4::text[])[greatest(
      array_position($4::text[], status),
      case when receipt_read_at is not null then array_position($4::text[], 'read')
        when receipt_delivered_at is not null then array_position($4::text[], 'delivered') end
    )] as status
  from settled
)
update fact.message m set eff_status = f.status, eff_delivered_at = f.delivered_at, eff_read_at = f.read_at
from final f
where m.tenant = $1 and m.k = f.k and m.k = any(array(select k from final))
  and (m.eff_status, m.eff_delivered_at, m.eff_read_at) is distinct from (f.status, f.delivered_at, f.read_at)`;

/** Most tenants have none, and then there is nothing to settle. */
export async function hasReceipts(client: pg.PoolClient, tenant: number): Promise<boolean> {
  const { rows } = await client.query('select from fact.receipt where tenant = $1 limit 1', [tenant]);
  return rows.length > 0;
}

/**
 * @param messages messages of this batch
 * @param dialogues dialogues that this batch touched
 * @param receipts what the receipts of this batch reach and reached
 */
export async function settle(
  client: pg.PoolClient,
  tenant: number,
  messages: readonly string[],
  dialogues: readonly string[],
  receipts: readonly ReceiptScope[],
): Promise<void> {
  if (messages.length === 0 && dialogues.length === 0 && receipts.length === 0) return;
  await client.query({
    name: 'settle messages',
    text: settleMessages,
    values: [
      tenant,
      encodeArray('uuid', messages),
      encodeArray('uuid', dialogues),
      encodeArray('text', [...messageStatuses]),
      encodeEach('uuid', receipts, ({ dialogue }) => dialogue),
      encodeEach('text', receipts, ({ channel }) => channel),
      encodeEach('text', receipts, ({ customer }) => customer),
    ],
  });
}
