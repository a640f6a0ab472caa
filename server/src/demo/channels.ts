import { Weighted } from './random.js';

export type NotificationChannel = 'sms' | 'viber' | 'whatsapp' | 'email' | 'push';

export type Outcome = 'sent' | 'skipped' | 'expired' | 'undelivered' | 'rejected' | 'failed' | 'delivered' | 'read';

/** How one channel behaves: providers, speed, what goes wrong, price. */
export interface ChannelProfile {
  readonly providers: Weighted<string>;
  readonly outcomes: Weighted<Outcome>;
  /** Median milliseconds from hand-over to delivery, and the spread of its logarithm. */
  readonly delivery: readonly [median: number, sigma: number];
  /** Median milliseconds from delivery to reading. */
  readonly reading: number;
  /** Milliseconds after which an attempt is given up as expired. */
  readonly expiry: number;
  readonly price: number;
  readonly currency: 'RUB' | 'USD' | null;
  /** The provider's own words, by outcome. */
  readonly raw: Readonly<Partial<Record<Outcome, string>>>;
}

const minuteMs = 60_000;

export const channels: Readonly<Record<NotificationChannel, ChannelProfile>> = {
  sms: {
    providers: new Weighted(['sms-gate-1', 64], ['sms-gate-2', 36]),
    outcomes: new Weighted(
      ['delivered', 920],
      ['undelivered', 32],
      ['expired', 20],
      ['rejected', 10],
      ['failed', 8],
      ['sent', 10],
    ),
    delivery: [4200, 0.8],
    reading: 0,
    expiry: 240 * minuteMs,
    price: 3.2,
    currency: 'RUB',
    raw: { sent: 'ACCEPTD', delivered: 'DELIVRD', undelivered: 'UNDELIV', expired: 'EXPIRED', rejected: 'REJECTD' },
  },
  viber: {
    providers: new Weighted(['viber-gate', 1]),
    outcomes: new Weighted(
      ['read', 420], ['delivered', 300], ['skipped', 130], ['expired', 70], ['undelivered', 40], ['rejected', 12], ['failed', 10], ['sent', 18],
    ), // prettier-ignore
    delivery: [1500, 0.7],
    reading: 5 * minuteMs,
    expiry: 3 * minuteMs,
    price: 1.85,
    currency: 'RUB',
    raw: { sent: 'sent', delivered: 'delivered', read: 'seen', expired: 'expired', undelivered: 'not_viber_user' },
  },
  whatsapp: {
    providers: new Weighted(['whatsapp-cloud', 1]),
    outcomes: new Weighted(
      ['read', 600],
      ['delivered', 260],
      ['undelivered', 55],
      ['failed', 30],
      ['rejected', 20],
      ['sent', 35],
    ),
    delivery: [1200, 0.8],
    reading: 8 * minuteMs,
    expiry: 60 * minuteMs,
    price: 0.0358,
    currency: 'USD',
    raw: { sent: 'sent', delivered: 'delivered', read: 'read', failed: 'failed', undelivered: 'failed' },
  },
  email: {
    providers: new Weighted(['mail-relay', 80], ['mail-bulk', 20]),
    outcomes: new Weighted(
      ['read', 330],
      ['delivered', 570],
      ['undelivered', 60],
      ['rejected', 18],
      ['failed', 10],
      ['sent', 12],
    ),
    delivery: [9000, 1.1],
    reading: 45 * minuteMs,
    expiry: 600 * minuteMs,
    price: 0.0009,
    currency: 'USD',
    raw: { sent: 'deferred', delivered: 'delivered', read: 'opened', undelivered: 'bounced', rejected: 'dropped' },
  },
  push: {
    providers: new Weighted(['push-gate', 1]),
    outcomes: new Weighted(['delivered', 800], ['read', 90], ['expired', 70], ['failed', 30], ['sent', 10]),
    delivery: [600, 0.6],
    reading: 3 * minuteMs,
    expiry: 120 * minuteMs,
    price: 0,
    currency: null,
    raw: { sent: 'accepted', delivered: 'delivered', read: 'opened', failed: 'UNREGISTERED' },
  },
};

/** What becomes of attempts while their provider is in trouble. */
export const troubled = new Weighted<Outcome>(['failed', 34], ['rejected', 14], ['expired', 22], ['delivered', 30]);

interface Failure {
  readonly code: string;
  readonly class: string;
  readonly permanent: boolean;
  readonly text: string;
}

const failure = (code: string, errorClass: string, permanent: boolean, text: string): Failure => ({
  code,
  class: errorClass,
  permanent,
  text,
});

/** Why attempts fail, by how they failed. */
export const failures: Readonly<Record<'undelivered' | 'expired' | 'rejected' | 'failed', Weighted<Failure>>> = {
  undelivered: new Weighted(
    [failure('30003', 'unreachable', false, 'Handset unreachable'), 44],
    [failure('30005', 'invalid_recipient', true, 'Unknown recipient'), 30],
    [failure('30007', 'blocked', false, 'Filtered as spam'), 14],
    [failure('30008', 'carrier', false, 'Carrier gave no reason'), 12],
  ),
  expired: new Weighted([failure('EXPIRED', 'unreachable', false, 'Not delivered in time'), 1]),
  rejected: new Weighted(
    [failure('21211', 'invalid_recipient', true, 'Malformed recipient'), 40],
    [failure('21610', 'opted_out', true, 'Recipient has unsubscribed'), 38],
    [failure('30034', 'content', true, 'Template not approved'), 22],
  ),
  failed: new Weighted(
    [failure('503', 'carrier', false, 'Provider unavailable'), 52],
    [failure('429', 'quota', false, 'Too many requests'), 28],
    [failure('500', 'internal', false, 'Internal error'), 20],
  ),
};
