import { column, fact, own } from '../declare.js';
import { customerWroteInDialogue } from './dialogue.js';
import { ofDialogue } from './message.js';

/** What chats cost: each dialogue's own cost and each message's, at the time of the dialogue's start or the message's sending. */
export const chatCharge = fact({
  noun: 'chat charges',
  from: `(select tenant, k, id, 'dialogue' as kind, at, source, labels, k as dialogue_k, null::text as author, null::text as operator, null::text as bot,
    null::text as channel, null::text as chat, null::text as customer, cost_amount, cost_currency
  from fact.dialogue where cost_amount is not null
  union all
  select tenant, k, id, 'message', at, source, labels, eff_dialogue_k, author, operator, bot, channel, chat, customer, cost_amount, cost_currency
  from fact.message where cost_amount is not null)`,
  kind: column('kind'),
  parents: { dialogue: column('dialogue_k') },
  axes: { chargedAt: column('at') },
  dimensions: {
    ...own({ source: 'source', author: 'author', currency: 'cost_currency' }),
    ...ofDialogue,
  },
  measures: {
    cost: { aggregate: 'sum', of: column('cost_amount') },
    dialogues: { aggregate: 'distinct', of: column('dialogue_k') },
  },
  customerWrote: customerWroteInDialogue,
});
