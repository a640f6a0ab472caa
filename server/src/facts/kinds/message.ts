import { kind } from '../kind.js';
import { phraseOf } from '../phrase.js';
import { counted, failure, freeText, money, rank, ref, text, time, word } from '../fields.js';

/** From the lowest to the highest. */
export const messageStatuses = ['sent', 'failed', 'delivered', 'read'] as const;

/** One message of a conversation; without a `dialogue` the service finds its conversation by an idle gap. */
export const message = kind(
  'message',
  'sentAt',
  {
    dialogue: ref('dialogue'),
    channel: text(),
    chat: text(),
    customer: text(),
    author: word(['customer', 'bot', 'operator']),
    operator: text(),
    bot: text(),
    sentAt: time('earliest'),
    text: freeText(10000),
    type: word(['text', 'button', 'image', 'audio', 'file', 'location', 'other']),
    status: rank([...messageStatuses]),
    deliveredAt: time('earliest'),
    readAt: time('earliest'),
    failedAt: time('earliest'),
    error: failure(),
    cost: money(),
    phrase: counted('text', 'text', phraseOf),
  },
  {
    remembers: 'eff_dialogue_k',
    own: [
      { name: 'eff_dialogue_k', type: 'uuid', from: (read) => read('dialogue') as string | null },
      { name: 'eff_status', type: 'text', from: (read) => read('status') as string | null },
      { name: 'eff_delivered_at', type: 'timestamptz', from: (read) => read('deliveredAt') as number | null },
      { name: 'eff_read_at', type: 'timestamptz', from: (read) => read('readAt') as number | null },
    ],
  },
);
