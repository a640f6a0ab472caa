import { kind } from '../kind.js';
import { ref, time, word } from '../fields.js';

/** What a recipient did with a notification. */
export const engagement = kind('engagement', 'at', {
  notification: ref('notification'),
  action: word(['click', 'complaint', 'unsubscribe', 'reply']),
  at: time('earliest'),
});
