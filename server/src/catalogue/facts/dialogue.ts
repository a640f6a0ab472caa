import { column, fact, own } from '../declare.js';
import { between } from './between.js';

/** Where a dialogue names no bot: the first of those that wrote. */
const bot = (d: string) => `coalesce(${d}.bot, ${d}.bots[1])`;

/** Whether the dialogue has a fact of another kind, told by a condition over its alias `x`. */
const has = (d: string, kind: 'change' | 'rating', condition: string) =>
  `exists (select from fact.${kind} x where x.tenant = ${d}.tenant and x.dialogue_k = ${d}.k and x.at is not null and ${condition})`;

/** A bot's from beginning to end: nobody of the operators wrote, was asked to, or was said to take over. */
const contained = (d: string) =>
  `(${d}.outcome = 'bot_only' and ${d}.offers = 0 and not ${has(d, 'change', "x.of = 'dialogue' and x.state = 'handed_off'")})`;

/** From the first answer of whoever served it to the close; null where times contradict. */
const duration = (d: string) => between(`${d}.answered_at`, `${d}.closed_at`);

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
  axes: { startedAt: column('at'), closedAt: column('closed_at'), firstResponseAt: column('first_response_at') },
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
    withBot: { aggregate: 'count', where: (d) => `${d}.bot_messages > 0` },
    contained: { aggregate: 'count', where: contained },
    automated: { aggregate: 'count', where: (d) => `${contained(d)} and ${d}.resolved is not false` },
    reopened: { aggregate: 'count', where: (d) => `${d}.episodes > 1` },
    everResolved: {
      aggregate: 'count',
      where: (d) => `(${d}.resolved or ${d}.closed_at is not null or ${d}.episodes > 1)`,
    },
    rated: { aggregate: 'count', where: (d) => has(d, 'rating', "x.scale = 'csat' and x.score is not null") },
    responses: { aggregate: 'count', where: (d) => `${d}.first_response_ms is not null` },
    responseTime: { aggregate: 'sum', of: column('first_response_ms') },
    responseTimes: { aggregate: 'quantile', of: column('first_response_ms') },
    durations: { aggregate: 'quantile', of: duration },
    timed: { aggregate: 'count', where: (d) => `${duration(d)} is not null` },
    duration: { aggregate: 'sum', of: duration },
  },
  customerWrote: { own: customerWroteInDialogue.column },
});
