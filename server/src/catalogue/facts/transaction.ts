import { column, fact, own } from '../declare.js';
import { customerWroteInDialogue, dialogueDimensions } from './dialogue.js';
import { inherit } from './inherited.js';

/** What customers paid, and got back. */
export const transaction = fact({
  noun: 'transactions',
  from: 'fact.transaction',
  parents: { dialogue: column('dialogue_k') },
  axes: { at: column('at') },
  dimensions: {
    ...own({ source: 'source', currency: 'amount_currency' }),
    ...inherit(['dialogue'], dialogueDimensions, { project: 'project', visitor: 'visitor' }),
  },
  measures: {
    transactions: { aggregate: 'count' },
    revenue: { aggregate: 'sum', of: column('amount_amount'), where: (t) => `${t}.amount_amount is not null` },
  },
  customerWrote: customerWroteInDialogue,
});
