import { kind } from '../kind.js';
import { seconds, text, time, word } from '../fields.js';

/** A stretch of use of an application. */
export const session = kind('session', 'startedAt', {
  type: word(['visitor', 'agent', 'flow']),
  application: text(),
  user: text(),
  visitor: text(),
  device: word(['mobile', 'desktop']),
  experience: text(),
  startedAt: time('earliest'),
  endedAt: time('latest'),
  screenSeconds: seconds(),
});
