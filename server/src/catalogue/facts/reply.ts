import { column, fact, own } from '../declare.js';
import { customerWroteInDialogue } from './dialogue.js';
import { ofDialogue } from './message.js';

/**
 * Answers of operators: the first message of an operator after a turn of the customer, with the time since the first message
 * of the customer that no operator had answered. Bots do not stop that clock (Plain; Chatwoot counts likewise). A message of an
 * operator to which the customer said nothing in between is no answer.
 */
export const reply = fact({
  noun: 'replies',
  from: `(select r.tenant, r.k, r.id, 'message' as kind, r.at, r.source, r.labels, r.eff_dialogue_k, r.operator, r.bot, r.channel, r.chat, r.customer,
    (extract(epoch from r.at - asked.at) * 1000)::int8 as waited_ms
  from fact.message r
  left join lateral (
    select o.at, o.k from fact.message o
    where o.tenant = r.tenant and o.eff_dialogue_k = r.eff_dialogue_k and o.author = 'operator' and (o.at, o.k) < (r.at, r.k)
    order by o.at desc, o.k desc limit 1
  ) previous on true
  cross join lateral (
    select min(c.at) as at from fact.message c
    where c.tenant = r.tenant and c.eff_dialogue_k = r.eff_dialogue_k and c.author = 'customer' and (c.at, c.k) < (r.at, r.k)
      and (previous.k is null or (c.at, c.k) > (previous.at, previous.k))
  ) asked
  where r.author = 'operator' and asked.at is not null)`,
  kind: column('kind'),
  parents: { dialogue: column('eff_dialogue_k') },
  axes: { repliedAt: column('at') },
  dimensions: {
    ...own({ source: 'source' }),
    ...ofDialogue,
  },
  measures: {
    replies: { aggregate: 'count' },
    wait: { aggregate: 'sum', of: column('waited_ms') },
    waits: { aggregate: 'quantile', of: column('waited_ms') },
  },
  customerWrote: customerWroteInDialogue,
});
