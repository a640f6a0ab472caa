import { kind } from '../kind.js';
import { ref, seconds, text, time, whole, word } from '../fields.js';

/** An offer of a dialogue or call to an operator. */
export const assignment = kind(
  'assignment',
  'offeredAt',
  {
    dialogue: ref('dialogue'),
    call: ref('call'),
    operator: text(),
    group: text(),
    queue: text(),
    offeredAt: time('earliest'),
    acceptedAt: time('earliest'),
    endedAt: time('latest'),
    endReason: word(['closed', 'transferred', 'declined', 'timeout', 'reassigned', 'released']),
    transferredTo: text(),
    talkSeconds: seconds(),
    holdSeconds: seconds(),
    wrapSeconds: seconds(),
    holds: whole(0, 100000),
  },
  { own: [{ name: 'eff_ended_at', type: 'timestamptz', from: (read) => read('endedAt') as number | null }] },
);
