import { column, fact, own } from '../declare.js';
import { customerWroteInDialogue, dialogueDimensions } from './dialogue.js';
import { inherit } from './inherited.js';

/** What a message does not say itself comes from its dialogue. */
export const ofDialogue = inherit(['dialogue'], dialogueDimensions, {
  channel: 'channel',
  chat: 'chat',
  customer: 'customer',
  bot: 'bot',
  operator: 'operator',
});

/** Messages of conversations. A message without an operator of its own belongs to those of its dialogue. */
export const message = fact({
  noun: 'messages',
  from: 'fact.message',
  parents: { dialogue: column('eff_dialogue_k') },
  axes: { sentAt: column('at') },
  dimensions: {
    ...own({
      source: 'source',
      author: 'author',
      type: 'type',
      status: 'eff_status',
      error_class: 'error_class',
      currency: 'cost_currency',
    }),
    ...ofDialogue,
  },
  measures: {
    messages: { aggregate: 'count' },
    dialogues: { aggregate: 'distinct', of: column('eff_dialogue_k') },
  },
  customerWrote: customerWroteInDialogue,
});
