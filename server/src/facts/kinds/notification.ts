import { kind } from '../kind.js';
import { smsParts } from '../sms-parts.js';
import { counted, failure, flag, freeText, money, personal, plannedTime, rank, text, time, whole } from '../fields.js';

/** From the lowest to the highest (records.md §2). */
export const notificationStatuses = [
  'created', 'scheduled', 'sent', 'skipped', 'cancelled', 'expired', 'undelivered', 'rejected', 'failed', 'delivered', 'read',
] as const; // prettier-ignore

/** One attempt to reach somebody on one channel; `trigger` groups the attempts of one logical notification. */
export const notification = kind('notification', 'createdAt', {
  trigger: text(),
  attempt: whole(0, 1000),
  channel: text(),
  provider: text(),
  status: rank([...notificationStatuses]),
  optional: flag(),
  createdAt: time('earliest'),
  scheduledAt: plannedTime(),
  sentAt: time('earliest'),
  deliveredAt: time('earliest'),
  readAt: time('earliest'),
  failedAt: time('earliest'),
  cancelledAt: time('earliest'),
  customer: text(),
  recipient: personal(),
  template: text(),
  campaign: text(),
  campaignLink: flag(),
  parts: whole(0, 1000),
  text: freeText(10000),
  cost: money(),
  error: failure(),
  rawStatus: text(),
  country: text(),
  textParts: counted('int4', 'text', (_, asSent) => smsParts(asSent)),
});
