import { column, fact, own } from '../declare.js';

/** Where a dialogue names no bot: the first of those that wrote. */
const bot = (d: string) => `coalesce(${d}.bot, ${d}.bots[1])`;

/** What everything that belongs to a dialogue takes from it. */
export const dialogueDimensions = [
  'channel',
  'chat',
  'customer',
  'bot',
  'operator',
  'group',
  'queue',
  'project',
  'service',
  'topic',
  'media',
  'tags',
  'visitor',
  'device',
  'experience',
  'outcome',
] as const;

/** For what belongs to a dialogue. */
export const customerWroteInDialogue = {
  from: 'dialogue',
  column: (d: string) => `${d}.customer_messages > 0`,
} as const;

/** Conversations; what a dialogue does not say of its channel, chat and customer comes from its earliest message. */
export const dialogue = fact({
  noun: 'dialogues',
  from: 'fact.dialogue',
  parents: {},
  axes: { startedAt: column('at'), closedAt: column('closed_at') },
  dimensions: {
    ...own({
      source: 'source',
      group: '"group"',
      queue: 'queue',
      project: 'project',
      service: 'service',
      topic: 'topic',
      media: 'media',
      visitor: 'visitor',
      closedBy: 'closed_by',
      resolved: 'resolved::text',
      failed: 'failed::text',
      handoff: 'handoff::text',
      outcome: 'outcome',
      device: 'device',
      experience: 'experience',
      currency: 'cost_currency',
    }),
    channel: { own: (d) => `coalesce(${d}.channel, ${d}.first_channel)` },
    chat: { own: (d) => `coalesce(${d}.chat, ${d}.first_chat)` },
    customer: { own: (d) => `coalesce(${d}.customer, ${d}.first_customer)` },
    bot: { own: bot },
    bots: { own: column('bots'), many: true },
    operator: { own: column('operators'), many: true },
    operators: { own: column('operators'), many: true },
    tags: { own: column('tags'), many: true },
    location: { own: (d) => `${d}.location_lat || ',' || ${d}.location_lon` },
  },
  measures: {
    dialogues: { aggregate: 'count' },
    handoffs: { aggregate: 'count', where: column('handoff') },
    responses: { aggregate: 'count', where: (d) => `${d}.first_response_ms is not null` },
    responseTime: { aggregate: 'sum', of: column('first_response_ms') },
  },
  customerWrote: { own: customerWroteInDialogue.column },
});
