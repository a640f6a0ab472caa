import { at, before, type MetricCase, within } from './metric-case.js';

const day = at('10:00:00');
const paid = [
  { at: day, amount_amount: '120.10', amount_currency: 'USD' },
  { at: day, amount_amount: '0.20', amount_currency: 'USD' },
  { at: day, amount_amount: '-20.10', amount_currency: 'USD' },
  { at: day },
  { at: before, amount_amount: '7', amount_currency: 'USD' },
];

export const transactionCases: MetricCase[] = [
  {
    id: 'transactions',
    sql: `select (count(*))::float8 as n1\nfrom fact.transaction f\n${within}`,
    facts: { transaction: paid },
    expected: 4,
  },
  {
    id: 'revenue',
    sql: `select coalesce(f.amount_currency, '') as g1,
  (sum(f.amount_amount))::float8 as n1
from fact.transaction f
${within}
  and f.amount_amount is not null
group by 1`,
    facts: { transaction: paid },
    expected: 100.2,
  },
];
