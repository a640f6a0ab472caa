import { kind } from '../kind.js';
import { ref, text, time, word } from '../fields.js';

/** A watermark: every outgoing message sent up to `upTo` is settled, whenever it arrives. */
export const receipt = kind('receipt', 'at', {
  dialogue: ref('dialogue'),
  channel: text(),
  customer: text(),
  status: word(['delivered', 'read']),
  upTo: time('newest'),
  at: time('earliest'),
});
