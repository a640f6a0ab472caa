import type { Messenger } from './messengers.js';
import type { Random } from './random.js';
import type { RecordInput } from './record.js';
import type { Workday } from './workday.js';

const secondMs = 1000;
const hourMs = 3_600_000;

/** A dialogue under way: a record that is completed as the dialogue goes on. */
export interface DialogueRecord extends RecordInput {
  kind: 'dialogue';
  id: string;
  startedAt: number;
  closedAt?: number;
}

export type Author = { author: 'customer' } | { author: 'bot'; bot: string } | { author: 'operator'; operator: string };

/** One dialogue and the moment that it has reached. */
export class Conversation {
  constructor(
    readonly day: Workday,
    readonly random: Random,
    readonly messenger: Messenger,
    readonly dialogue: DialogueRecord,
    public at: number,
  ) {}

  get id(): string {
    return this.dialogue.id;
  }

  /** Lets between `from` and `to` seconds pass. */
  wait(from: number, to: number): void {
    this.at += Math.floor(this.random.between(from, to) * secondMs);
  }

  /** Somebody writes now. */
  say(who: Author, text: string, type = 'text'): RecordInput {
    const message = this.day.record({
      kind: 'message',
      id: this.day.id('m'),
      source: 'chat',
      dialogue: this.id,
      channel: this.messenger.channel,
      ...who,
      sentAt: this.at,
      type,
      ...(type === 'text' || type === 'button' ? { text } : {}),
    });
    if (who.author !== 'customer' && this.messenger.receipts !== 'none') this.#settle(message);
    return message;
  }

  /** What becomes of a message of ours where the messenger tells. */
  #settle(message: RecordInput): void {
    const { random, at } = this;
    message['status'] = 'sent';
    if (this.messenger.receipts !== 'each') return;
    const fate = random.next();
    if (fate < 0.012) {
      const error = { code: '470', class: 'blocked', permanent: false, text: 'Outside the messaging window' };
      Object.assign(message, { status: 'failed', failedAt: at + random.whole(300, 2500), error });
      return;
    }
    if (fate < 0.03) return;
    const deliveredAt = at + Math.floor(random.duration(700, 0.7, 150, 120_000));
    Object.assign(message, { status: 'delivered', deliveredAt });
    if (fate < 0.18) return;
    const readAt = deliveredAt + Math.floor(random.duration(6000, 1.2, 400, 2 * hourMs));
    Object.assign(message, { status: 'read', readAt });
  }

  /** The conversation ends now, for the time being. */
  close(closedBy: string, resolved: boolean): void {
    const { day, dialogue, at, random, messenger } = this;
    Object.assign(dialogue, { closedAt: at, closedBy, resolved });
    if (messenger.receipts !== 'watermark' || !random.chance(0.8)) return;
    const read = { status: 'read', upTo: at, at: at + random.whole(1, 900) * secondMs };
    day.record({ kind: 'receipt', id: day.id('w'), source: 'chat', dialogue: this.id, ...read });
  }

  /** Says that the dialogue's state changed now. */
  change(state: 'open' | 'pending' | 'handed_off' | 'resolved', by: string, reason?: string): void {
    const what = { of: 'dialogue', dialogue: this.id, state, by, ...(reason === undefined ? {} : { reason }) };
    this.day.record({ kind: 'change', id: this.day.id('x'), source: 'chat', ...what, at: this.at });
  }
}
