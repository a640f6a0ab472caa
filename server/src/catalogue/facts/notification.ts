import { column, fact, own } from '../declare.js';
import { translated } from './classes.js';

/** Statuses of what has left us: handed to the provider, whatever became of it. */
const HANDED_OVER = "('sent', 'delivered', 'read', 'undelivered', 'expired')";

const delivered = (n: string) => `(${n}.delivered_at is not null or ${n}.status in ('delivered', 'read'))`;

/** Delivered implies sent, read implies delivered: a time that nobody gave is the earliest that something is known of. */
const sentAt = (n: string) =>
  `coalesce(${n}.sent_at, case when ${n}.status in ${HANDED_OVER} or ${n}.delivered_at is not null then coalesce(${n}.delivered_at, ${n}.read_at, ${n}.at) end)`;
const deliveredAt = (n: string) =>
  `coalesce(${n}.delivered_at, case when ${n}.status in ('delivered', 'read') then coalesce(${n}.read_at, ${n}.sent_at, ${n}.at) end)`;

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
      currency: 'cost_currency',
    }),
    status_short: {
      own: (n) =>
        translated(`${n}.status`, {
          in_progress: ['created', 'scheduled', 'sent'],
          success: ['delivered', 'read'],
          failure: ['undelivered', 'expired', 'rejected', 'failed'],
          not_sent: ['cancelled', 'skipped'],
        }),
    },
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
    parts: { aggregate: 'sum', of: (n) => `coalesce(${n}.parts, ${n}.text_parts)` },
    cost: { aggregate: 'sum', of: column('cost_amount'), where: (n) => `${n}.cost_amount is not null` },
  },
});
