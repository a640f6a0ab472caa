import { fact } from '../declare.js';
import { longer } from './lasting.js';
import { queueEntry } from './queue-entry.js';

const settled = (q: string) => `coalesce(${q}.answered_at, ${q}.left_at)`;

/** Waits in queues while they last; an entry whose end has a reason but no time is not waiting. */
export const queueStay = fact({
  ...queueEntry,
  noun: 'waits in queues',
  span: {
    end: (q) => `coalesce(${settled(q)}, case when ${q}.reason is not null then ${q}.at end)`,
    long: longer('at', settled),
  },
  measures: {
    waiting: { aggregate: 'at_end' },
    longest: { aggregate: 'oldest' },
    most: { aggregate: 'peak' },
  },
});
