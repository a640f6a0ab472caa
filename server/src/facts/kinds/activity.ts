import { kind } from '../kind.js';
import { ref, text, texts, time, whole } from '../fields.js';

/** One thing a visitor did. */
export const activity = kind('activity', 'at', {
  name: text(),
  detail: text(),
  position: whole(0, 1000000),
  visitor: text(),
  session: ref('session'),
  services: texts(),
  experience: text(),
  at: time('earliest'),
});
