import { Problem } from '../../errors.js';
import type { Delivery, Provider, Recipient } from './provider.js';
import { isSignedByTwilio } from './twilio-signature.js';

const AUTH_TOKEN = /^[0-9a-f]{32}$/;

/**
 * Our status of Twilio's, and the time that it is the time of (https://www.twilio.com/docs/messaging/guides/track-outbound-message-status).
 * A message is sent once it left Twilio.
 */
const STATUSES: ReadonlyMap<string, readonly [status: string, time: string]> = new Map([
  ['accepted', ['created', 'createdAt']],
  ['queued', ['created', 'createdAt']],
  ['sending', ['created', 'createdAt']],
  ['scheduled', ['scheduled', 'createdAt']],
  ['sent', ['sent', 'sentAt']],
  ['delivered', ['delivered', 'deliveredAt']],
  ['read', ['read', 'readAt']],
  ['undelivered', ['undelivered', 'failedAt']],
  ['failed', ['failed', 'failedAt']],
  ['canceled', ['cancelled', 'cancelledAt']],
]);
/** Never sent, because the recipient had answered STOP. */
const UNSUBSCRIBED = '21610';
const SKIPPED = ['skipped', 'cancelledAt'] as const;
const INCOMING = ['received', 'receiving'];

/** Twilio's messages, SMS or another of its channels: callbacks about what was sent, and what came in. */
export const twilioSms: Provider = {
  name: 'twilio-sms',
  secretForm: "must be the account's auth token, 32 hexadecimal digits",
  readSecret: (secret) => (AUTH_TOKEN.test(secret) ? Buffer.from(secret) : undefined),
  isAuthentic: isSignedByTwilio,
  toRecords: (delivery, recipient) => {
    const form = new Map(new URLSearchParams(delivery.body.toString('utf8')));
    const id = form.get('MessageSid') ?? form.get('SmsSid');
    if (id === undefined) throw new Problem('invalid_request', 'There is no MessageSid in it.');
    const rawStatus = form.get('MessageStatus') ?? form.get('SmsStatus');
    if (rawStatus === undefined || INCOMING.includes(rawStatus)) return [incoming(id, form, delivery, recipient)];
    return [attempt(id, rawStatus, form, delivery, recipient)];
  },
  answer: { type: 'text/xml; charset=utf-8', body: '<Response/>' },
};

type Form = ReadonlyMap<string, string>;

/** A callback holds no time: what it says is known since its arrival. A status that nobody knows yet is kept as it came. */
function attempt(id: string, rawStatus: string, form: Form, { at }: Delivery, { hashPersonal }: Recipient): unknown {
  const code = form.get('ErrorCode');
  const [status, time] = (code === UNSUBSCRIBED ? SKIPPED : STATUSES.get(rawStatus)) ?? [];
  const to = partsOf(form.get('To'));
  return {
    kind: 'notification',
    id,
    observedAt: at,
    provider: 'twilio',
    channel: to?.channel,
    recipient: to?.address,
    customer: to && hashPersonal(to.address),
    rawStatus,
    status,
    ...(time === undefined ? {} : { [time]: at }),
    ...(code === undefined || code === '' ? {} : { error: { code } }),
  };
}

function incoming(id: string, form: Form, { at }: Delivery, { hashPersonal }: Recipient): unknown {
  const from = partsOf(form.get('From'));
  const text = form.get('Body');
  return {
    kind: 'message',
    id,
    author: 'customer',
    channel: from?.channel,
    chat: partsOf(form.get('To'))?.address,
    customer: from && hashPersonal(from.address),
    sentAt: at,
    type: typeOf(form),
    ...(text === undefined || text === '' ? {} : { text }),
  };
}

/** "whatsapp:+15551234567" names its channel, a plain number is one of SMS. */
function partsOf(party: string | undefined): { channel: string; address: string } | undefined {
  if (party === undefined || party === '') return undefined;
  const [, channel = 'sms', address = party] = /^([a-z]+):(.+)$/s.exec(party) ?? [];
  return { channel, address };
}

function typeOf(form: Form): string {
  if (Number(form.get('NumMedia') ?? 0) > 0) {
    const [, family = ''] = /^(image|audio)\//.exec(form.get('MediaContentType0') ?? '') ?? [];
    return family === '' ? 'file' : family;
  }
  if (form.has('Latitude')) return 'location';
  return form.has('ButtonText') ? 'button' : 'text';
}
