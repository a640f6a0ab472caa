import { kind } from '../kind.js';
import { flag, money, place, text, texts, time, word } from '../fields.js';

/** A conversation, or one episode of it. */
export const dialogue = kind('dialogue', 'startedAt', {
  channel: text(),
  chat: text(),
  bot: text(),
  group: text(),
  queue: text(),
  project: text(),
  service: text(),
  topic: text(),
  media: text(),
  tags: texts(),
  customer: text(),
  visitor: text(),
  startedAt: time('earliest'),
  closedAt: time('latest'),
  closedBy: word(['customer', 'operator', 'bot', 'system']),
  resolved: flag(),
  failed: flag(),
  cost: money(),
  location: place(),
  device: word(['mobile', 'desktop']),
  experience: text(),
});
