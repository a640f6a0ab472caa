import { kind } from '../kind.js';
import { money, ref, text, time } from '../fields.js';

/** A purchase, or a refund where the amount is negative. */
export const transaction = kind('transaction', 'at', {
  dialogue: ref('dialogue'),
  visitor: text(),
  amount: money(),
  at: time('earliest'),
  project: text(),
});
