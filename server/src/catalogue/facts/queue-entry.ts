import { column, fact, own, type Parameter } from '../declare.js';
import { between } from './between.js';
import { classes } from './classes.js';
import { customerWroteInDialogue } from './dialogue.js';
import { either, eitherDimensions, inherit } from './inherited.js';

const answered = (q: string) => `(${q}.reason = 'answered' or ${q}.answered_at is not null)`;
const abandoned = (q: string) => `(${q}.reason is not distinct from 'abandoned' and ${q}.answered_at is null)`;

/** From entering to the answer or, without one, to leaving; in milliseconds, null while it lasts or where times contradict. */
const wait = (q: string) => between(`${q}.at`, `coalesce(${q}.answered_at, ${q}.left_at)`);

/** Who left sooner than the tenant's limit is not held against the queue; a wait that is not known is not short. */
const short = (q: string, parameter: Parameter) => `coalesce(${wait(q)} < ${parameter('shortAbandon')}, false)`;
const longAbandoned = (q: string, parameter: Parameter) => `${abandoned(q)} and not ${short(q, parameter)}`;

/** Stays in queues, of calls and dialogues. */
export const queueEntry = fact({
  noun: 'queue entries',
  from: 'fact.queue_entry',
  parents: { dialogue: column('dialogue_k'), call: column('call_k') },
  axes: { enteredAt: column('at') },
  dimensions: {
    ...own({ source: 'source', reason: 'reason' }),
    ...inherit(either, [...eitherDimensions, 'operator'], { queue: 'queue', operator: 'operator' }),
    ...inherit(['dialogue'], ['channel', 'chat', 'group']),
    ...inherit(['call'], ['direction', 'trunk', 'dnis', 'campaign']),
    wait_class: {
      own: classes(wait, { '0-10s': 10, '11-20s': 20, '21-30s': 30, '31-60s': 60, '1-3m': 180, '3-5m': 300 }, '>5m'),
    },
  },
  measures: {
    entries: { aggregate: 'count' },
    answered: { aggregate: 'count', where: answered },
    abandoned: { aggregate: 'count', where: abandoned },
    longAbandoned: { aggregate: 'count', where: longAbandoned, parameters: ['shortAbandon'] },
    offered: {
      aggregate: 'count',
      where: (q, parameter) => `not (${abandoned(q)} and ${short(q, parameter)})`,
      parameters: ['shortAbandon'],
    },
    settled: {
      aggregate: 'count',
      where: (q, parameter) => `(${answered(q)} or ${longAbandoned(q, parameter)})`,
      parameters: ['shortAbandon'],
    },
    answeredInTime: {
      aggregate: 'count',
      where: (q, parameter) => `${answered(q)} and ${wait(q)} <= ${parameter('threshold')}`,
      parameters: ['threshold'],
    },
    answeredLate: {
      aggregate: 'count',
      where: (q, parameter) => `${answered(q)} and ${wait(q)} > ${parameter('threshold')}`,
      parameters: ['threshold'],
    },
    shortAbandoned: {
      aggregate: 'count',
      where: (q, parameter) => `${abandoned(q)} and ${short(q, parameter)}`,
      parameters: ['shortAbandon'],
    },
    patience: { aggregate: 'sum', of: wait, where: abandoned },
    patiences: { aggregate: 'count', where: (q) => `${abandoned(q)} and ${wait(q)} is not null` },
    longest: { aggregate: 'max', of: wait },
    waitTimes: { aggregate: 'quantile', of: wait, where: answered },
    waits: { aggregate: 'count', where: (q) => `${answered(q)} and ${wait(q)} is not null` },
    wait: { aggregate: 'sum', of: wait, where: answered },
  },
  customerWrote: customerWroteInDialogue,
});
