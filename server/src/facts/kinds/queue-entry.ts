import { kind } from '../kind.js';
import { ref, text, time, word } from '../fields.js';

/** One stay in a queue. */
export const queueEntry = kind('queue_entry', 'enteredAt', {
  queue: text(),
  call: ref('call'),
  dialogue: ref('dialogue'),
  operator: text(),
  enteredAt: time('earliest'),
  answeredAt: time('earliest'),
  leftAt: time('latest'),
  reason: word(['answered', 'abandoned', 'timeout', 'overflow', 'key', 'empty', 'transferred', 'blocked']),
});
