import { column, fact, own } from '../declare.js';
import { customerWroteInDialogue, dialogueDimensions } from './dialogue.js';
import { inherit } from './inherited.js';

/** What operators did with dialogues: each message they wrote, and each acceptance (A-19, touched in the period). */
export const touch = fact({
  noun: 'operator actions',
  from: `(select tenant, k, id, 'message' as kind, at, source, labels, eff_dialogue_k as dialogue_k, operator from fact.message where author = 'operator'
  union all
  select tenant, k, id, 'assignment', accepted_at, source, labels, dialogue_k, operator
  from fact.assignment where at is not null and accepted_at is not null and dialogue_k is not null)`,
  kind: column('kind'),
  parents: { dialogue: column('dialogue_k') },
  axes: { actedAt: column('at') },
  dimensions: { ...own({ source: 'source' }), ...inherit(['dialogue'], dialogueDimensions, { operator: 'operator' }) },
  measures: { dialogues: { aggregate: 'distinct', of: column('dialogue_k') } },
  customerWrote: customerWroteInDialogue,
});
