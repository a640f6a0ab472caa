import type pg from 'pg';
import { encodeArray } from '../pg-array.js';
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
), reached as (
  select k from fact.message where tenant = $1 and k = any($2::uuid[])
  union
  select k from fact.message where tenant = $1 and eff_dialogue_k = any($3::uuid[])
  union
  select m.k from changed c join fact.message m on m.tenant = $1 and m.eff_dialogue_k = c.dialogue_k
  union
  select m.k from changed c join fact.message m
    on m.tenant = $1 and m.channel = c.channel and m.customer = c.customer and c.dialogue_k is null
), settled as (
  select m.k, m.status, m.delivered_at, m.read_at,
    min(r.at) filter (where r.status in ('delivered', 'read')) as receipt_delivered_at,
    min(r.at) filter (where r.status = 'read') as receipt_read_at
  from reached
  join fact.message m on m.tenant = $1 and m.k = reached.k and m.author <> 'customer'
  left join fact.receipt r on r.tenant = $1 and r.at is not null and r.up_to >= m.at
    and (r.dialogue_k = m.eff_dialogue_k
      or (r.dialogue_k is null and r.channel = m.channel and r.customer = m.customer))
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
where m.tenant = $1 and m.k = f.k
  and (m.eff_status, m.eff_delivered_at, m.eff_read_at) is distinct from (f.status, f.delivered_at, f.read_at)`;

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
  if (receipts.length === 0) {
    const { rows } = await client.query('select from fact.receipt where tenant = $1 limit 1', [tenant]);
    if (rows.length === 0) return;
  }
  await client.query({
    name: 'settle messages',
    text: settleMessages,
    values: [
      tenant,
      encodeArray('uuid', messages),
      encodeArray('uuid', dialogues),
      encodeArray('text', [...messageStatuses]),
      encodeArray(
        'uuid',
        receipts.map(({ dialogue }) => dialogue),
      ),
      encodeArray(
        'text',
        receipts.map(({ channel }) => channel),
      ),
      encodeArray(
        'text',
        receipts.map(({ customer }) => customer),
      ),
    ],
  });
}
