import { metricsOf } from '../declare.js';
import { chatCharge } from '../facts/chat-charge.js';
import { message } from '../facts/message.js';

export const messageMetrics = metricsOf(message, {
  messages: {
    name: 'Messages',
    description: 'Number of messages in dialogues, by sending time, from message records.',
    unit: 'locale',
    decimals: 0,
    direction: 'neutral',
    axis: 'sentAt',
    numerator: { measure: 'messages' },
  },
  customer_messages: {
    name: 'Messages from customers',
    description: 'Number of messages that customers wrote, by sending time, from message records.',
    unit: 'locale',
    decimals: 0,
    direction: 'neutral',
    axis: 'sentAt',
    numerator: { measure: 'messages', only: { author: ['customer'] } },
  },
  bot_messages: {
    name: 'Messages from robots',
    description: 'Number of messages that bots wrote, by sending time, from message records.',
    unit: 'locale',
    decimals: 0,
    direction: 'neutral',
    axis: 'sentAt',
    numerator: { measure: 'messages', only: { author: ['bot'] } },
  },
  operator_messages: {
    name: 'Messages from operators',
    description: 'Number of messages that operators wrote, by sending time, from message records.',
    unit: 'locale',
    decimals: 0,
    direction: 'neutral',
    axis: 'sentAt',
    numerator: { measure: 'messages', only: { author: ['operator'] } },
  },
  dialogues_written: {
    name: 'Dialogues operators wrote in',
    description: 'Number of different dialogues with a message of an operator, by sending time, from message records.',
    unit: 'locale',
    decimals: 0,
    direction: 'neutral',
    axis: 'sentAt',
    numerator: { measure: 'dialogues', only: { author: ['operator'] } },
  },
});

export const chatCostMetrics = metricsOf(chatCharge, {
  chat_cost: {
    name: 'Chat cost',
    description:
      'Sum of what dialogues and their messages cost, in each currency, by start of the dialogue and sending time of the message.',
    unit: 'currency',
    decimals: 2,
    direction: 'down',
    axis: 'chargedAt',
    numerator: { measure: 'cost' },
  },
  chat_cost_per_dialogue: {
    name: 'Chat cost per dialogue',
    description:
      'Sum of what dialogues and their messages cost per different dialogue that cost anything, in each currency, by start of the dialogue and sending time of the message.',
    unit: 'currency',
    decimals: 4,
    direction: 'down',
    axis: 'chargedAt',
    numerator: { measure: 'cost' },
    denominator: { measure: 'dialogues' },
  },
});
