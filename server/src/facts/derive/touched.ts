import type { Kind } from '../kind.js';
import { subjectOf } from '../kinds/change.js';
import type { FactState } from '../merge.js';
import type { ParsedRecord, ReferredFact } from '../record.js';
import type { Value } from '../value.js';
import type { Written } from '../write.js';

/** Messages that name a customer but no dialogue belong to the thread of that customer in one chat of one source. */
export interface Thread {
  source: string;
  channel: string | null;
  chat: string | null;
  customer: string;
}

/** The messages that a receipt may settle: those of a dialogue, else those of a customer on a channel. */
export interface ReceiptScope {
  dialogue: string | null;
  channel: string | null;
  customer: string | null;
}

/** A moment in the life of something that changes its state. */
export interface Moment {
  source: string;
  /** As `fact.change.subject` has it. */
  subject: string;
  isSource: boolean;
  at: number;
}

/**
 * What a batch of records touched, before and after: everything that derived columns may depend on. References that
 * moved away count as much as those that came.
 */
export interface Touched {
  /** Facts that are referred to, whether they are there or not. */
  readonly referred: Map<string, ReferredFact>;
  readonly dialogues: Set<string>;
  /** Calls whose legs changed. */
  readonly legCalls: Set<string>;
  /** Calls that said something themselves. */
  readonly ownCalls: Set<string>;
  readonly callAssignments: Set<string>;
  readonly messages: Set<string>;
  readonly threads: Map<string, Thread>;
  /** What receipts reach, or reached. */
  readonly receipts: ReceiptScope[];
  readonly moments: Moment[];
}

/** To be filled by `touch` and `refer`. */
export function nothingTouched(): Touched {
  return {
    referred: new Map(),
    dialogues: new Set(),
    legCalls: new Set(),
    ownCalls: new Set(),
    callAssignments: new Set(),
    messages: new Set(),
    threads: new Map(),
    receipts: [],
    moments: [],
  };
}

type Read = (field: string) => Value | null;
type Touch = (touched: Touched, read: Read, fact: { k: string; source: string; at: number | null }) => void;

const asKey = (value: Value | null): string | null => (typeof value === 'string' ? value : null);

function touchDialogue(touched: Touched, read: Read): void {
  const dialogue = asKey(read('dialogue'));
  if (dialogue !== null) touched.dialogues.add(dialogue);
}

/** How a changed fact of each kind touches others; kinds that are not here touch nothing. */
const touches: Readonly<Record<string, Touch>> = {
  dialogue: (touched, _read, { k }) => touched.dialogues.add(k),
  call: (touched, _read, { k }) => {
    touched.ownCalls.add(k);
    touched.callAssignments.add(k);
  },
  leg: (touched, read) => {
    const call = asKey(read('call'));
    if (call !== null) touched.legCalls.add(call);
  },
  assignment: (touched, read) => {
    touchDialogue(touched, read);
    const call = asKey(read('call'));
    if (call !== null) touched.callAssignments.add(call);
  },
  message: (touched, read, { k, source }) => {
    touched.messages.add(k);
    touchDialogue(touched, read);
    const [channel, chat, customer] = [asKey(read('channel')), asKey(read('chat')), asKey(read('customer'))];
    if (read('dialogue') !== null || customer === null) return;
    touched.threads.set(JSON.stringify([source, channel, chat, customer]), { source, channel, chat, customer });
  },
  receipt: (touched, read) =>
    touched.receipts.push({
      dialogue: asKey(read('dialogue')),
      channel: asKey(read('channel')),
      customer: asKey(read('customer')),
    }),
  change: (touched, read, { source, at }) => {
    touchDialogue(touched, read);
    if (at === null) return;
    touched.moments.push({ source, subject: subjectOf(read), isSource: read('of') === 'source', at });
  },
};

/** Notes what the changed facts of one kind touch, with the state they had and the one they have. */
export function touch(
  touched: Touched,
  kind: Kind,
  written: readonly Written[],
  countingTime: (state: FactState) => number | null,
): void {
  const note = touches[kind.name];
  if (!note) return;
  for (const { k, source, before, after, remembered } of written) {
    if (remembered !== null) touched.dialogues.add(remembered);
    for (const state of before === null ? [after] : [before, after]) {
      const read: Read = (field) => state.values[kind.indexOf.get(field) ?? -1] ?? null;
      note(touched, read, { k, source, at: countingTime(state) });
    }
  }
}

/** The facts that count because of what refers to them, even when nobody described them. */
const countsBy: Readonly<Record<string, 'dialogue' | 'call'>> = {
  message: 'dialogue',
  assignment: 'dialogue',
  leg: 'call',
};

/** Notes the dialogues and calls that a record refers to, so that the missing ones can be made. */
export function refer(touched: Touched, { kind, references }: ParsedRecord): void {
  for (const reference of references) {
    if (reference.kind === countsBy[kind.name]) touched.referred.set(`${reference.kind} ${reference.k}`, reference);
  }
}
