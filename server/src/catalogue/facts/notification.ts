import { column, fact, own } from '../declare.js';
import { between } from './between.js';
import { translated } from './classes.js';
import { delivered, deliveredFirst, isFallback, logicalOutcome, SHORT_STATUSES } from './notification-status.js';

/** Statuses of what has left us: handed to the provider, whatever became of it. */
const HANDED_OVER = "('sent', 'delivered', 'read', 'undelivered', 'expired')";

/** Delivered implies sent, read implies delivered: a time that nobody gave is the earliest that something is known of. */
const sentAt = (n: string) =>
  `coalesce(${n}.sent_at, case when ${n}.status in ${HANDED_OVER} or ${n}.delivered_at is not null then coalesce(${n}.delivered_at, ${n}.read_at, ${n}.at) end)`;
const deliveredAt = (n: string) =>
  `coalesce(${n}.delivered_at, case when ${n}.status in ('delivered', 'read') then coalesce(${n}.read_at, ${n}.sent_at, ${n}.at) end)`;

/** From sending to delivery where both were told; null where they contradict each other. */
const latency = (n: string) => between(`${n}.sent_at`, `${n}.delivered_at`);

/** Delivered on a channel that tells what was read; SMS and voice never do, so they say nothing rather than 0. */
const readable = (n: string) => `${delivered(n)} and coalesce(${n}.channel, '') not in ('sms', 'voice')`;

const engaged = (n: string, action: 'click' | 'unsubscribe') =>
  `exists (select from fact.engagement e where e.tenant = ${n}.tenant and e.notification_k = ${n}.k and e.action = '${action}' and e.at is not null)`;

/** What the provider counted, else what the text is counted to. */
const parts = (n: string) => `coalesce(${n}.parts, ${n}.text_parts)`;

/** Attempts to notify somebody on one channel each. */
export const notification = fact({
  noun: 'notifications',
  from: 'fact.notification',
  parents: {},
  axes: { createdAt: column('at'), sentAt, deliveredAt },
  dimensions: {
    ...own({
      source: 'source',
      channel: 'channel',
      provider: 'provider',
      status: 'status',
      rawStatus: 'raw_status',
      trigger: 'trigger',
      attempt: 'attempt::text',
      optional: 'optional::text',
      customer: 'customer',
      template: 'template',
      campaign: 'campaign',
      campaignLink: 'campaign_link::text',
      country: 'country',
      error_class: 'error_class',
      error_code: 'error_code',
      currency: 'cost_currency',
    }),
    status_short: {
      own: (n) => translated(`${n}.status`, SHORT_STATUSES),
    },
    logical_outcome: { own: logicalOutcome },
    status_seed: {
      own: (n) =>
        `case when ${n}.status = 'created' and ${n}.optional then 'created_optional' else ${translated(`${n}.status`, {
          created: ['created'],
          delayed: ['scheduled'],
          pending: ['sent'],
          delivered: ['delivered', 'read'],
          undelivered: ['undelivered', 'expired'],
          error: ['rejected', 'failed'],
          canceled: ['cancelled'],
          omitted_optional: ['skipped'],
        })} end`,
    },
  },
  measures: {
    attempts: { aggregate: 'count' },
    delivered: { aggregate: 'count', where: delivered },
    logical: { aggregate: 'distinct', of: (n) => `coalesce(${n}.trigger, ${n}.k::text)` },
    pending: {
      aggregate: 'count',
      where: (n) =>
        `${delivered(n)} is not true and (${n}.status is null or ${n}.status in ('${SHORT_STATUSES.in_progress.join("', '")}'))`,
    },
    settled: { aggregate: 'count', where: (n) => `(${delivered(n)} or ${n}.status in ('undelivered', 'expired'))` },
    readable: { aggregate: 'count', where: readable },
    read: { aggregate: 'count', where: (n) => `(${n}.read_at is not null or ${n}.status = 'read')` },
    clicked: { aggregate: 'count', where: (n) => engaged(n, 'click') },
    unsubscribed: { aggregate: 'count', where: (n) => engaged(n, 'unsubscribe') },
    deliveredFirst: { aggregate: 'count', where: deliveredFirst },
    fallback: { aggregate: 'count', where: isFallback },
    latencies: { aggregate: 'quantile', of: latency },
    latency: { aggregate: 'sum', of: latency },
    timed: { aggregate: 'count', where: (n) => `${latency(n)} is not null` },
    parts: { aggregate: 'sum', of: parts },
    counted: { aggregate: 'count', where: (n) => `${parts(n)} is not null` },
    cost: { aggregate: 'sum', of: column('cost_amount'), where: (n) => `${n}.cost_amount is not null` },
    deliveredPriced: {
      aggregate: 'sum',
      of: (n) => `case when ${delivered(n)} then 1 else 0 end`,
      where: (n) => `${n}.cost_amount is not null`,
    },
  },
});
