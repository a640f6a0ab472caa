import { brokenAt, costPerDay } from '../thresholds.js';
import { type AlertRule, group, value } from './rule.js';

/** An hour of a channel with fewer notifications says nothing. */
const NOTIFICATIONS = 30;

const deliveryRate: AlertRule = {
  name: 'delivery-rate',
  title: 'Notifications do not arrive',
  pace: 'rates',
  severity: 'critical',
  watches: {
    metric: 'delivery_rate',
    groupBy: ['channel'],
    minutes: 60,
    // What was sent a moment ago is not delivered yet, without anything being wrong.
    settling: 5,
    minDenominator: NOTIFICATIONS,
  },
  limit: brokenAt('delivery_rate'),
  for: 4,
  // Too few were sent on a channel.
  noData: 'OK',
  error: 'KeepLast',
  panel: ['switchboard-quality', 'Delivery rate by channel'],
  summary: `Only ${value()} % of the notifications by ${group('channel')} arrive`,
  description: `Of the notifications sent by ${group('channel')} within an hour up to five minutes ago, ${value(1)} % have been delivered.`,
};

const providerErrors: AlertRule = {
  name: 'provider-errors',
  title: 'A provider refuses notifications',
  pace: 'rates',
  severity: 'critical',
  watches: { metric: 'error_rate', groupBy: ['channel'], minutes: 60, minDenominator: NOTIFICATIONS },
  limit: brokenAt('error_rate'),
  for: 4,
  // Too few were created on a channel.
  noData: 'OK',
  error: 'KeepLast',
  panel: ['switchboard-notifications', 'Error rate'],
  summary: `${value()} % of the notifications by ${group('channel')} are refused`,
  description: `Of the notifications created for ${group('channel')} within the last hour, ${value(1)} % were rejected or failed.`,
};

/** A limit is an amount of one currency, so each currency has a rule of its own. */
const costs = Object.entries(costPerDay).map(([currency, limit]): AlertRule => ({
  name: `cost-per-day-${currency.toLowerCase()}`,
  title: `Notifications cost more than usual (${currency})`,
  pace: 'slow',
  severity: 'warning',
  watches: {
    metric: 'notification_cost',
    groupBy: ['currency'],
    filters: [{ key: 'currency', operator: '=', values: [currency] }],
    // The whole day in the zone of the data source, else of the tenant.
    window: 'today',
    minutes: 1440,
  },
  limit: { side: 'above', value: limit },
  for: 10,
  // Nothing has cost anything yet today.
  noData: 'OK',
  error: 'KeepLast',
  runbook: 'cost-per-day',
  panel: ['switchboard-overview', 'Total price by day'],
  summary: `Notifications have cost ${value()} ${currency} today`,
  description: `What was sent since midnight costs ${value(2)} ${currency}, more than the ${limit} ${currency} of a whole usual day.`,
}));

export const notificationRules = [deliveryRate, providerErrors, ...costs];
