import { column, fact, own } from '../declare.js';
import { customerWroteInDialogue } from './dialogue.js';
import { either, eitherDimensions, inherit } from './inherited.js';

/** Offers of dialogues and calls to operators. */
export const offer = fact({
  noun: 'offers',
  from: 'fact.assignment',
  parents: { dialogue: column('dialogue_k'), call: column('call_k') },
  axes: { offeredAt: column('at') },
  dimensions: {
    ...own({ source: 'source', operator: 'operator', endReason: 'end_reason', transferredTo: 'transferred_to' }),
    ...inherit(either, eitherDimensions, { queue: 'queue' }),
    ...inherit(['dialogue'], ['channel', 'chat', 'group'], { group: '"group"' }),
    ...inherit(['call'], ['direction', 'trunk']),
  },
  measures: {
    offers: { aggregate: 'count' },
    accepted: { aggregate: 'count', where: (o) => `${o}.accepted_at is not null` },
    skipped: { aggregate: 'count', where: (o) => `${o}.accepted_at is null and ${o}.eff_ended_at is not null` },
  },
  customerWrote: customerWroteInDialogue,
});
