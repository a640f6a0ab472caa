import { column, fact, own } from '../declare.js';
import { classes } from './classes.js';

/** Answered by a person or a bot; a provider's status and times may disagree, either suffices. */
const answered = (c: string) => `(${c}.eff_status = 'answered' or ${c}.eff_answered_at is not null)`;

/** It is known what became of it: while it rings it may still be answered. */
const decided = (c: string) =>
  `(${answered(c)} or ${c}.eff_ended_at is not null or coalesce(${c}.eff_status, 'open') <> 'open')`;

/** A bot's own call, which no operator took over. */
const byBot = (c: string) => `(${c}.bot is not null and ${c}.eff_operator is null)`;

/** talk + hold + wrap of one call; a call that was a person's from answer to end needs no talk time of its own. */
const handling = (c: string) =>
  `coalesce(${c}.eff_talk_ms + coalesce(${c}.hold_ms, 0), case when ${c}.bot is null then ${c}.duration_ms end) + coalesce(${c}.wrap_ms, 0)`;

/** Inbound, over, and nobody answered it; a voice mailbox is nobody. */
const missed = (c: string) =>
  `${c}.eff_direction = 'inbound' and ${answered(c)} is not true and coalesce(${c}.eff_status, 'open') <> 'open'`;

/** Bots' calls that a person answered: what came of the others says nothing about the bot (A-29). */
const spoken = (c: string) => `${c}.bot_outcome in ('goal', 'transferred', 'hung_up', 'not_understood', 'error')`;

/** Neither its end nor its length is known yet, and nobody said that it is over; answered is also what still goes on. */
const open = (c: string) =>
  `(${c}.eff_answered_at is not null or coalesce(${c}.eff_status, 'open') = 'open') and ${c}.eff_ended_at is null and ${c}.duration_ms is null`;

const durations = classes(
  column('duration_ms'),
  { '1-10s': 10, '11-30s': 30, '31-60s': 60, '1-3m': 180, '3-5m': 300, '5-10m': 600 },
  '>10m',
);

/** Logical calls; what a call does not say itself comes from its best leg. */
export const call = fact({
  noun: 'calls',
  from: 'fact.call',
  parents: {},
  axes: { startedAt: column('at') },
  dimensions: {
    ...own({
      source: 'source',
      direction: 'eff_direction',
      trunk: 'eff_trunk',
      status: 'eff_status',
      operator: 'eff_operator',
      cause: 'eff_cause',
      customer: 'customer',
      dnis: 'dnis',
      queue: 'queue',
      bot: 'bot',
      campaign: 'campaign',
      project: 'project',
      service: 'service',
      media: 'media',
      topic: 'topic',
      hangupBy: 'hangup_by',
      botOutcome: 'bot_outcome',
      currency: 'cost_currency',
    }),
    tags: { own: column('tags'), many: true },
    duration_class: {
      own: (c) => `case when ${open(c)} then 'open' when ${answered(c)} then ${durations(c)} else 'unanswered' end`,
    },
  },
  measures: {
    calls: { aggregate: 'count' },
    decided: { aggregate: 'count', where: decided },
    answered: { aggregate: 'count', where: answered },
    durations: { aggregate: 'count', where: (c) => `${answered(c)} and ${c}.duration_ms is not null` },
    duration: { aggregate: 'sum', of: column('duration_ms'), where: answered },
    handled: {
      aggregate: 'count',
      where: (c) => `${answered(c)} and not ${byBot(c)} and ${handling(c)} is not null`,
    },
    handling: { aggregate: 'sum', of: handling, where: (c) => `${answered(c)} and not ${byBot(c)}` },
    botCalls: { aggregate: 'count', where: (c) => `${answered(c)} and ${byBot(c)} and ${c}.duration_ms is not null` },
    botTime: { aggregate: 'sum', of: column('duration_ms'), where: (c) => `${answered(c)} and ${byBot(c)}` },
    missed: { aggregate: 'count', where: missed },
    abandoned: { aggregate: 'count', where: (c) => `${missed(c)} and ${c}.eff_status = 'cancelled'` },
    short: { aggregate: 'count', where: (c) => `${c}.duration_ms < 10000` },
    talks: { aggregate: 'count', where: (c) => `${answered(c)} and ${c}.eff_talk_ms is not null` },
    talk: { aggregate: 'sum', of: column('eff_talk_ms'), where: answered },
    withBot: { aggregate: 'count', where: (c) => `(${c}.bot is not null or ${c}.bot_outcome is not null)` },
    spoken: { aggregate: 'count', where: spoken },
    heard: { aggregate: 'count', where: (c) => `${c}.mos_hundredths is not null` },
    quality: { aggregate: 'sum', of: column('mos_hundredths') },
    customers: { aggregate: 'distinct', of: column('customer') },
    customersReached: { aggregate: 'distinct', of: column('customer'), where: answered },
    cost: { aggregate: 'sum', of: column('cost_amount'), where: (c) => `${c}.cost_amount is not null` },
  },
});
