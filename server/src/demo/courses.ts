import type { RecordInput } from './record.js';

/** A field that tells of a later moment, what becomes known at it, and the status then; without one, the final status. */
export interface Step {
  readonly at: string;
  readonly reveals: readonly string[];
  readonly status?: string;
}

/** How a kind becomes known: at `opens` everything that no step reveals, then step by step. */
export interface Course {
  readonly opens: string;
  /** The status at first. */
  readonly status?: (record: RecordInput) => string;
  readonly steps: readonly Step[];
  /** What only the last step of this record reveals. */
  readonly last?: (record: RecordInput) => readonly string[];
}

const once = (opens: string): Course => ({ opens, steps: [] });

const callEnd = [
  'endedAt', 'cause', 'hangupBy', 'botOutcome', 'cost', 'mosHundredths', 'talkSeconds', 'holdSeconds', 'wrapSeconds', 'topic', 'tags',
]; // prettier-ignore

const open = (): string => 'open';

/** The course of every kind that has one; the others are known at once and for good. */
export const courses: Readonly<Record<string, Course>> = {
  dialogue: {
    opens: 'startedAt',
    steps: [{ at: 'closedAt', reveals: ['closedAt', 'closedBy', 'resolved', 'failed', 'topic', 'tags', 'cost'] }],
  },
  message: {
    opens: 'sentAt',
    status: () => 'sent',
    steps: [
      { at: 'deliveredAt', reveals: ['deliveredAt'], status: 'delivered' },
      { at: 'readAt', reveals: ['readAt'] },
      { at: 'failedAt', reveals: ['failedAt', 'error'] },
    ],
  },
  assignment: {
    opens: 'offeredAt',
    steps: [
      { at: 'acceptedAt', reveals: ['acceptedAt'] },
      {
        at: 'endedAt',
        reveals: ['endedAt', 'endReason', 'transferredTo', 'talkSeconds', 'holdSeconds', 'wrapSeconds', 'holds'],
      },
    ],
  },
  change: once('at'),
  presence: { opens: 'startedAt', steps: [{ at: 'endedAt', reveals: ['endedAt'] }] },
  notification: {
    opens: 'createdAt',
    status: (record) => (record['scheduledAt'] === undefined ? 'created' : 'scheduled'),
    steps: [
      { at: 'sentAt', reveals: ['sentAt', 'provider', 'parts', 'cost'], status: 'sent' },
      { at: 'deliveredAt', reveals: ['deliveredAt'], status: 'delivered' },
      { at: 'readAt', reveals: ['readAt'] },
      { at: 'failedAt', reveals: ['failedAt', 'error'] },
      { at: 'cancelledAt', reveals: ['cancelledAt'] },
    ],
    last: () => ['rawStatus'],
  },
  receipt: once('at'),
  engagement: once('at'),
  call: {
    opens: 'startedAt',
    status: open,
    steps: [
      { at: 'ringingAt', reveals: ['ringingAt'], status: 'open' },
      { at: 'answeredAt', reveals: ['answeredAt', 'operator'], status: 'answered' },
      { at: 'endedAt', reveals: callEnd },
    ],
    last: (record) => (record['bot'] === undefined ? [] : ['operator', 'queue']),
  },
  leg: {
    opens: 'startedAt',
    status: open,
    steps: [
      { at: 'ringingAt', reveals: ['ringingAt'], status: 'open' },
      { at: 'answeredAt', reveals: ['answeredAt'], status: 'answered' },
      { at: 'endedAt', reveals: ['endedAt', 'cause', 'talkSeconds'] },
    ],
  },
  queue_entry: {
    opens: 'enteredAt',
    steps: [
      { at: 'answeredAt', reveals: ['answeredAt', 'operator'] },
      { at: 'leftAt', reveals: ['leftAt', 'reason'] },
    ],
  },
  rating: once('at'),
  transaction: once('at'),
  session: { opens: 'startedAt', steps: [{ at: 'endedAt', reveals: ['endedAt', 'screenSeconds'] }] },
  activity: once('at'),
};
