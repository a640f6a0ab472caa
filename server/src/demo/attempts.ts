import { channels, failures, troubled, type NotificationChannel, type Outcome } from './channels.js';
import type { Random } from './random.js';
import type { RecordInput } from './record.js';
import { templates } from './texts.js';
import type { Workday } from './workday.js';
import type { Customer } from './world.js';

const hourMs = 3_600_000;
const latestReadMs = 16 * hourMs;

/** Templates beside the campaigns' that hold something to click, and a way to unsubscribe. */
const linked = new Set(['order-shipped', 'receipt']);

/** One attempt to be made. */
export interface Attempt {
  readonly channel: NotificationChannel;
  readonly to: Customer;
  readonly template: string;
  readonly createdAt: number;
  /** When it leaves us, unless it was cancelled before. */
  readonly dueAt: number;
  readonly scheduledAt?: number;
  readonly optional?: boolean;
  readonly campaign?: string;
  /** The first attempt of the same logical notification, and which attempt this is. */
  readonly trigger?: string;
  readonly attempt: number;
}

/** Where a next attempt is called for: what to group it under, and from when. */
export interface Missed {
  readonly trigger: string;
  readonly at: number;
}

/** GSM-7 cannot carry Cyrillic letters: 70 characters fit one part, 67 each of several. */
function partsOf(text: string): number {
  return text.length <= 70 ? 1 : Math.ceil(text.length / 67);
}

function create(day: Workday, plan: Attempt): RecordInput {
  const { channel, to, template } = plan;
  const id = day.id('n');
  const recipient = channel === 'email' ? `${to.id}@example.com` : channel === 'push' ? `device-${to.id}` : to.phone;
  const record = day.record({
    kind: 'notification',
    id,
    source: 'notify',
    trigger: plan.trigger ?? id,
    attempt: plan.attempt,
    channel,
    status: 'created',
    optional: plan.optional ?? false,
    createdAt: plan.createdAt,
    customer: to.id,
    recipient,
    template,
    text: templates[template] ?? template,
    country: to.country,
  });
  if (plan.scheduledAt !== undefined) Object.assign(record, { scheduledAt: plan.scheduledAt, status: 'scheduled' });
  if (plan.campaign !== undefined) {
    Object.assign(record, {
      campaign: plan.campaign,
      campaignLink: template === 'spring-sale' || template === 'basket',
    });
  }
  return record;
}

function send(random: Random, record: RecordInput, channel: NotificationChannel, at: number): void {
  const { providers, price, currency, raw } = channels[channel];
  const parts = channel === 'sms' ? partsOf(String(record['text'])) : 1;
  Object.assign(record, { status: 'sent', sentAt: at, provider: providers.pick(random), parts, rawStatus: raw.sent });
  if (currency !== null) record['cost'] = { amount: (price * parts).toFixed(4), currency };
}

/** Refused before it left, or given back by the provider. */
function fail(random: Random, record: RecordInput, status: keyof typeof failures, failedAt: number): void {
  Object.assign(record, { status, failedAt, error: failures[status].pick(random) });
}

/** Delivered, perhaps read later; a mail may bounce after all. */
function deliver(random: Random, record: RecordInput, channel: NotificationChannel, reads: boolean): number {
  const { delivery, reading } = channels[channel];
  const deliveredAt = Number(record['sentAt']) + Math.floor(random.duration(delivery[0], delivery[1], 120, 2 * hourMs));
  Object.assign(record, { status: 'delivered', deliveredAt });
  if (reads) {
    const readAt = deliveredAt + Math.floor(random.duration(reading, 1.4, 900, latestReadMs));
    Object.assign(record, { status: 'read', readAt });
  } else if (channel === 'email' && random.chance(0.008)) {
    const failedAt = deliveredAt + random.whole(60, 3000) * 1000;
    Object.assign(record, { failedAt, error: failures.undelivered.pick(random) });
  }
  return deliveredAt;
}

function engage(day: Workday, random: Random, notification: RecordInput, since: number): void {
  const u = random.next();
  const action = u < 0.13 ? 'click' : u < 0.15 ? 'reply' : u < 0.162 ? 'unsubscribe' : u < 0.166 ? 'complaint' : null;
  if (action === null) return;
  const at = since + random.whole(5, 3600) * 1000;
  day.record({ kind: 'engagement', id: day.id('e'), source: 'notify', notification: notification['id'], action, at });
}

/**
 * Makes one attempt and records its whole fate.
 * @returns where a next attempt is called for, else null
 */
export function makeAttempt(day: Workday, random: Random, plan: Attempt): Missed | null {
  const { channel, dueAt } = plan;
  const { outcomes, expiry, raw } = channels[channel];
  const record = create(day, plan);
  const missed = (at: number): Missed => ({ trigger: String(record['trigger']), at });
  const outcome: Outcome = (day.isDown(channel, dueAt) && random.chance(0.7) ? troubled : outcomes).pick(random);
  if (outcome === 'skipped') {
    const cancelledAt = dueAt + random.whole(300, 4000);
    Object.assign(record, { status: 'skipped', cancelledAt });
    return missed(cancelledAt);
  }
  if (outcome === 'rejected' || outcome === 'failed') {
    const failedAt = dueAt + random.whole(150, 2500);
    fail(random, record, outcome, failedAt);
    if (raw[outcome] !== undefined) record['rawStatus'] = raw[outcome];
    return missed(failedAt);
  }
  send(random, record, channel, dueAt);
  if (outcome === 'sent') return null;
  record['rawStatus'] = raw[outcome];
  if (outcome === 'delivered' || outcome === 'read') {
    const deliveredAt = deliver(random, record, channel, outcome === 'read');
    if (plan.campaign !== undefined || linked.has(plan.template)) {
      engage(day, random, record, Number(record['readAt'] ?? deliveredAt));
    }
    return null;
  }
  const failedAt = dueAt + (outcome === 'expired' ? expiry : random.whole(1500, 90_000));
  fail(random, record, outcome, failedAt);
  return missed(failedAt);
}

/** An attempt that was never made: cancelled before its time, or left lying for good. */
export function leaveUnsent(day: Workday, plan: Attempt, cancelledAt: number | null): void {
  const record = create(day, plan);
  if (cancelledAt !== null) Object.assign(record, { status: 'cancelled', cancelledAt });
}
