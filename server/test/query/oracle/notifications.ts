import type { FactRow } from '../rows.js';
import type { Facts } from './facts.js';
import {
  at,
  average,
  count,
  type Dimension,
  distinct,
  isThere,
  millisecondsBetween,
  type NaiveMetric,
  number,
  quantile,
  seconds,
  share,
  sum,
  text,
  type Things,
} from './naive.js';
import { columns, labels } from './parents.js';

const isOneOf =
  (...words: readonly string[]) =>
  (row: FactRow) =>
    words.includes(String(row['status']));
const isDelivered = (row: FactRow) => isThere(row['delivered_at']) || isOneOf('delivered', 'read')(row);
const inProgress = isOneOf('created', 'scheduled', 'sent');
const failed = isOneOf('undelivered', 'expired', 'rejected', 'failed');

function sent(row: FactRow): string | null {
  if (at(row) === null) return null;
  if (isThere(row['sent_at'])) return text(row['sent_at']);
  if (!isOneOf('sent', 'delivered', 'read', 'undelivered', 'expired')(row) && !isThere(row['delivered_at']))
    return null;
  return text(row['delivered_at'] ?? row['read_at'] ?? row['at']);
}
function delivered(row: FactRow): string | null {
  if (at(row) === null || !isDelivered(row)) return null;
  return text(row['delivered_at'] ?? row['read_at'] ?? row['sent_at'] ?? row['at']);
}

const shortOf = (rows: readonly FactRow[]): string | null => {
  if (rows.some(isDelivered)) return 'success';
  if (rows.some(inProgress)) return 'in_progress';
  if (rows.some(failed)) return 'failure';
  return rows.some(isOneOf('cancelled', 'skipped')) ? 'not_sent' : null;
};
/** All attempts of the logical notification, in their order. */
const attemptsOf = (row: FactRow, facts: Facts): FactRow[] => {
  const place = (one: FactRow) => `${Number(one['attempt'] ?? 1)} ${at(one)} ${String(one['k'])}`;
  if (!isThere(row['trigger'])) return [row];
  return facts.notification
    .filter((one) => one['trigger'] === row['trigger'] && at(one) !== null)
    .sort((a, b) => (place(a) < place(b) ? -1 : 1));
};
/** By status alone, but what was delivered is no attempt in progress. */
const statusShort: Dimension = (row) => [shortOf([{ status: row['status'], delivered_at: null }])];
const seed: Dimension = (row) => {
  const status = String(row['status']);
  if (status === 'created' && row['optional'] === true) return ['created_optional'];
  const words: Readonly<Record<string, string>> = {
    created: 'created',
    scheduled: 'delayed',
    sent: 'pending',
    delivered: 'delivered',
    read: 'delivered',
    undelivered: 'undelivered',
    expired: 'undelivered',
    rejected: 'error',
    failed: 'error',
    cancelled: 'canceled',
    skipped: 'omitted_optional',
  };
  return [words[status] ?? null];
};

const notifications: Things = {
  rows: (facts) => facts.notification,
  dimensions: {
    ...columns({
      channel: 'channel',
      status: 'status',
      optional: 'optional',
      attempt: 'attempt',
      error_class: 'error_class',
      currency: 'cost_currency',
    }),
    status_short: statusShort,
    status_seed: seed,
    logical_outcome: (row, facts) => [shortOf(attemptsOf(row, facts))],
    ...labels,
  },
};
const latency = (row: FactRow) => millisecondsBetween(row['sent_at'], row['delivered_at']);
const parts = (row: FactRow) => number(row['parts'] ?? row['text_parts']);
const isSms = (row: FactRow) => row['channel'] === 'sms';
const pending = (row: FactRow) => !isDelivered(row) && (!isThere(row['status']) || inProgress(row));
const readable = (row: FactRow) => isDelivered(row) && !['sms', 'voice'].includes(String(row['channel']));
const isRead = (row: FactRow) => isThere(row['read_at']) || row['status'] === 'read';
const engaged = (action: string) => (row: FactRow, _: unknown, facts: Facts) =>
  facts.engagement.some((one) => one['notification_k'] === row['k'] && one['action'] === action && at(one) !== null);
const deliveredFirst = (row: FactRow, _: unknown, facts: Facts) => attemptsOf(row, facts).find(isDelivered) === row;
const isFallback = (row: FactRow, _: unknown, facts: Facts) =>
  Number(row['attempt'] ?? 1) > 1 || attemptsOf(row, facts)[0] !== row;
const cents = (row: FactRow) => Math.round(Number(row['cost_amount']) * 100);
const isPriced = (row: FactRow) => isThere(row['cost_amount']);

export const notificationMetrics: Readonly<Record<string, NaiveMetric>> = {
  notifications: { things: notifications, time: at, ...count() },
  notifications_logical: { things: notifications, time: at, ...distinct((row) => row['trigger'] ?? row['k']) },
  notifications_sent: { things: notifications, time: sent, ...count() },
  notifications_delivered: { things: notifications, time: delivered, ...count() },
  notifications_failed: { things: notifications, time: at, ...count(failed) },
  notifications_undelivered: { things: notifications, time: sent, ...count(isOneOf('undelivered', 'expired')) },
  error_rate: { things: notifications, time: at, ...share(isOneOf('rejected', 'failed')) },
  notifications_pending_percent: { things: notifications, time: sent, ...share(pending) },
  delivery_rate: { things: notifications, time: sent, ...share(isDelivered) },
  final_delivery_rate: { things: notifications, time: sent, ...share(isDelivered, (row) => isDelivered(row) || isOneOf('undelivered', 'expired')(row)) },
  read_rate: { things: notifications, time: sent, ...share(isRead, readable) },
  click_rate: { things: notifications, time: sent, ...share(engaged('click'), isDelivered) },
  opt_out_rate: { things: notifications, time: sent, ...share(engaged('unsubscribe'), isDelivered) },
  delivery_latency: { things: notifications, time: sent, ...seconds(quantile(latency)) },
  average_delivery_latency: { things: notifications, time: sent, ...seconds(average(latency)) },
  fallback_share: { things: notifications, time: delivered, ...share(isFallback, deliveredFirst) },
  sms_parts: { things: notifications, time: sent, ...sum(parts, isSms) },
  sms_parts_average: { things: notifications, time: sent, ...average(parts, isSms) },
  notification_cost: { things: notifications, time: sent, ...sum(cents, isPriced), scale: 0.01, money: true },
  cost_per_delivered: {
    things: notifications, time: sent, takesPart: isPriced, scale: 0.01, money: true,
    answer: (rows) => {
      const arrived = rows.filter(isDelivered).length;
      return arrived === 0 ? null : rows.reduce((all, row) => all + cents(row), 0) / arrived;
    },
  },
}; // prettier-ignore
