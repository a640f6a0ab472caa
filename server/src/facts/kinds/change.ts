import { kind, type ReadField } from '../kind.js';
import { ref, text, time, word } from '../fields.js';

const states: Readonly<Record<string, readonly string[]>> = {
  operator: ['online', 'available', 'busy', 'wrap_up', 'paused', 'offline', 'unknown'],
  dialogue: ['open', 'pending', 'handed_off', 'resolved', 'unknown'],
  queue_entry: ['entered', 'answered', 'left', 'unknown'],
  source: ['unknown'],
};

function stateFitsSubject(read: ReadField): { field: string; message: string } | null {
  const [of, state] = [read('of'), read('state')];
  if (typeof of !== 'string' || typeof state !== 'string') return null;
  const known = states[of] ?? [];
  return known.includes(state) ? null : { field: 'state', message: `is not one of ${known.join(', ')}` };
}

/** What the state is of, as one text. */
export function subjectOf(read: ReadField): string {
  return JSON.stringify(['of', 'operator', 'dialogue', 'call', 'queue'].map(read));
}

/** A state that begins, from systems that send changes, not intervals. */
export const change = kind(
  'change',
  'at',
  {
    of: word(['operator', 'dialogue', 'queue_entry', 'source']),
    operator: text(),
    dialogue: ref('dialogue'),
    call: ref('call'),
    queue: text(),
    state: text(),
    reason: text(),
    by: text(),
    at: time('earliest'),
  },
  {
    check: stateFitsSubject,
    own: [
      { name: 'subject', type: 'text', from: subjectOf },
      { name: 'until_at', type: 'timestamptz', from: () => null },
    ],
  },
);
