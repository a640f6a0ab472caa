import { column, fact, own } from '../declare.js';
import { between } from './between.js';
import { customerWroteInDialogue } from './dialogue.js';
import { either, eitherDimensions, inherit } from './inherited.js';

const accepted = (o: string) => `${o}.accepted_at is not null`;

const reaction = (o: string) => between(`${o}.at`, `${o}.accepted_at`);

/** talk + hold + wrap; talk and hold are the whole time from acceptance to end where nobody told the talk. */
const handling = (o: string) =>
  `coalesce(${o}.talk_ms + coalesce(${o}.hold_ms, 0), ${between(`${o}.accepted_at`, `${o}.eff_ended_at`)}) + coalesce(${o}.wrap_ms, 0)`;

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
    accepted: { aggregate: 'count', where: accepted },
    skipped: { aggregate: 'count', where: (o) => `${o}.accepted_at is null and ${o}.eff_ended_at is not null` },
    decided: { aggregate: 'count', where: (o) => `(${o}.accepted_at is not null or ${o}.eff_ended_at is not null)` },
    reactions: { aggregate: 'count', where: (o) => `${reaction(o)} is not null` },
    reaction: { aggregate: 'sum', of: reaction },
    handled: { aggregate: 'count', where: (o) => `${accepted(o)} and ${handling(o)} is not null` },
    handling: { aggregate: 'sum', of: handling, where: accepted },
    wraps: { aggregate: 'count', where: (o) => `${accepted(o)} and ${o}.wrap_ms is not null` },
    wrap: { aggregate: 'sum', of: column('wrap_ms'), where: accepted },
    held: { aggregate: 'count', where: (o) => `${accepted(o)} and ${o}.hold_ms is not null` },
    hold: { aggregate: 'sum', of: column('hold_ms'), where: accepted },
  },
  customerWrote: customerWroteInDialogue,
});
