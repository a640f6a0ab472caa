import { kind } from '../kind.js';
import { text, time, word } from '../fields.js';

/** One state interval of one operator; without an end it is still so. */
export const presence = kind('presence', 'startedAt', {
  operator: text(),
  group: text(),
  state: word(['online', 'available', 'busy', 'wrap_up', 'paused', 'offline']),
  reason: text(),
  startedAt: time('earliest'),
  endedAt: time('latest'),
});
