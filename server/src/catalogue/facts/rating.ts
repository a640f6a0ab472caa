import { column, fact, own } from '../declare.js';
import { customerWroteInDialogue } from './dialogue.js';
import { either, eitherDimensions, inherit } from './inherited.js';

/** A rating that names nobody credits everyone of its dialogue or call. */
const participants = { ...inherit(either, ['operator']), ...inherit(['dialogue'], ['bots']) };

/** What customers thought. */
export const rating = fact({
  noun: 'ratings',
  from: 'fact.rating',
  parents: { dialogue: column('dialogue_k'), call: column('call_k') },
  axes: { at: column('at') },
  dimensions: {
    ...own({ source: 'source', scale: 'scale', score: 'score::text' }),
    operator: { ...participants.operator, own: column('operators') },
    operators: { ...participants.operator, own: column('operators') },
    bots: { ...participants.bots, own: column('bots') },
    ...inherit(either, eitherDimensions),
    ...inherit(['dialogue'], ['channel', 'chat', 'group', 'experience'], { experience: 'experience' }),
  },
  measures: {
    ratings: { aggregate: 'count' },
    scored: { aggregate: 'count', where: (r) => `${r}.score is not null` },
    score: { aggregate: 'sum', of: column('score') },
    satisfied: { aggregate: 'count', where: (r) => `${r}.score >= 4` },
    promotersLessDetractors: {
      aggregate: 'sum',
      of: (r) => `case when ${r}.score >= 9 then 1 when ${r}.score <= 6 then -1 else 0 end`,
    },
  },
  customerWrote: customerWroteInDialogue,
});
