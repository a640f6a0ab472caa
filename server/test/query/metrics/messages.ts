import { at, before, type MetricCase, USD, within } from './metric-case.js';

const day = at('10:00:00');
const [first, second] = ['00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000002'];
const written = [
  { at: day, author: 'customer', eff_dialogue_k: first },
  { at: day, author: 'customer', eff_dialogue_k: second },
  { at: day, author: 'customer', eff_dialogue_k: second },
  { at: day, author: 'bot', eff_dialogue_k: first },
  { at: day, author: 'operator', eff_dialogue_k: first },
  { at: day, author: 'operator', eff_dialogue_k: first },
  { at: before, author: 'operator', eff_dialogue_k: second },
  { at: day, eff_dialogue_k: first },
];
const by = `select (count(*))::float8 as n1\nfrom fact.message f\n${within}\n  and coalesce(f.author, '') = $4`;

const charges = `from (select tenant, k, id, 'dialogue' as kind, at, source, labels, k as dialogue_k, null::text as author, null::text as operator, null::text as bot,
    null::text as channel, null::text as chat, null::text as customer, cost_amount, cost_currency
  from fact.dialogue where cost_amount is not null
  union all
  select tenant, k, id, 'message', at, source, labels, eff_dialogue_k, author, operator, bot, channel, chat, customer, cost_amount, cost_currency
  from fact.message where cost_amount is not null) f`;

export const messageCases: MetricCase[] = [
  {
    id: 'messages',
    sql: `select (count(*))::float8 as n1\nfrom fact.message f\n${within}`,
    facts: { message: written },
    expected: 7,
  },
  { id: 'customer_messages', sql: by, values: ['customer'], facts: { message: written }, expected: 3 },
  { id: 'bot_messages', sql: by, values: ['bot'], facts: { message: written }, expected: 1 },
  { id: 'operator_messages', sql: by, values: ['operator'], facts: { message: written }, expected: 2 },
  {
    id: 'dialogues_written',
    sql: `select (count(distinct f.eff_dialogue_k))::float8 as n1
from fact.message f
${within}
  and coalesce(f.author, '') = $4`,
    values: ['operator'],
    facts: { message: written },
    expected: 1,
  },
  {
    id: 'chat_cost',
    sql: `select coalesce(f.cost_currency, '') as g1,
  (sum(f.cost_amount))::float8 as n1
${charges}
${within}
group by 1`,
    facts: {
      dialogue: [{ at: day, ...USD('1.10') }, { at: day }, { at: before, ...USD('5') }],
      message: [
        { at: day, ...USD('0.0450') },
        { at: day, ...USD('0.0055') },
      ],
    },
    expected: 1.1505,
  },
  {
    id: 'chat_cost_per_dialogue',
    sql: `select coalesce(f.cost_currency, '') as g1,
  (sum(f.cost_amount))::float8 as n1,
  (count(distinct f.dialogue_k))::float8 as d1
${charges}
${within}
group by 1`,
    facts: {
      dialogue: [{ k: first, at: day, ...USD('1.10') }, { at: day }],
      message: [
        { at: day, eff_dialogue_k: first, ...USD('0.02') },
        { at: day, eff_dialogue_k: second, ...USD('0.08') },
      ],
    },
    expected: 0.6,
  },
];
