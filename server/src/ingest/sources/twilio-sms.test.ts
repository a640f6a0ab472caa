import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { Delivery } from './provider.js';
import { isSignedByTwilio } from './twilio-signature.js';
import { twilioSms } from './twilio-sms.js';

const at = Date.parse('2026-01-01T10:00:00Z');
const delivery = (form: [string, string][], url = '', signature = ''): Delivery => ({
  body: Buffer.from(new URLSearchParams(form).toString()),
  headers: { 'x-twilio-signature': signature },
  url,
  at,
});

describe("Twilio's signature", () => {
  /** The test vectors of Twilio's own libraries. */
  const form: [string, string][] = [
    ['CallSid', 'CA1234567890ABCDE'],
    ['From', '+14158675309'],
    ['Digits', '1234'],
    ['To', '+18005551212'],
    ['Caller', '+14158675309'],
  ];
  const url = 'https://mycompany.com/myapp.php?foo=1&bar=2';
  const key = Buffer.from('12345');
  const isTaken = (...given: Parameters<typeof delivery>) => isSignedByTwilio(delivery(...given), key);

  it('is that of the published vectors', () => {
    expect(isTaken(form, url, 'RSOYDt4T1cUTdK1PDd93/VVr8B8=')).toBe(true);
    const repeated: [string, string][] = [
      ['Sid', 'CA123'],
      ['SidAccount', 'AC123'],
      ['Digits', '5678'],
      ['Digits', '1234'],
      ['Digits', '1234'],
    ];
    expect(isTaken(repeated, url, 'IK+Dwps556ElfBT0I3Rgjkr1wJU=')).toBe(true);
    expect(isTaken(form, 'https://MyCompany.com/myapp.php?foo=1&bar=2', 'g9IN/x4Cft2g517EjYvEvM/W7LU=')).toBe(true);
    const withPort = 'https://MyCompany.com:1234/myapp.php?foo=1&bar=2';
    expect(isTaken(form, withPort, 'PCqOZm8cnu/L6+u5i5fuEd+Iac4=')).toBe(true);
  });

  it('may leave the usual port out, or name it', () => {
    for (const address of [url.replace('.com', '.com:443'), url.replace('.com', '.com:8443')]) {
      expect([address, isTaken(form, address, 'RSOYDt4T1cUTdK1PDd93/VVr8B8=')]).toEqual([address, true]);
    }
    const named = createHmac('sha1', key).update('https://mycompany.com:443/xab').digest('base64');
    expect(isTaken([['a', 'b']], 'https://mycompany.com/x', named)).toBe(true);
  });

  it.each([
    ['another value', form.with(2, ['Digits', '1235']), url, 'RSOYDt4T1cUTdK1PDd93/VVr8B8='],
    ['one value less', form.slice(1), url, 'RSOYDt4T1cUTdK1PDd93/VVr8B8='],
    ['one value more', [...form, ['A', '']] as [string, string][], url, 'RSOYDt4T1cUTdK1PDd93/VVr8B8='],
    ['another path', form, url.replace('myapp', 'yourapp'), 'RSOYDt4T1cUTdK1PDd93/VVr8B8='],
    ['another host', form, url.replace('mycompany', 'yourcompany'), 'RSOYDt4T1cUTdK1PDd93/VVr8B8='],
    ['another query', form, `${url}&x=1`, 'RSOYDt4T1cUTdK1PDd93/VVr8B8='],
    ['http for https', form, url.replace('https', 'http'), 'RSOYDt4T1cUTdK1PDd93/VVr8B8='],
    ['no signature', form, url, ''],
    ['another signature', form, url, 'RSOYDt4T1cUTdK1PDd93/VVr8B9='],
    ['an address that is none', form, 'mycompany', 'RSOYDt4T1cUTdK1PDd93/VVr8B8='],
  ])('is refused with %s', (_, ...given) => {
    expect(isTaken(...given)).toBe(false);
  });
});

describe("Twilio's messages", () => {
  const sid = 'SM0123456789abcdef0123456789abcdef';
  const recordsOf = (form: Record<string, string>) =>
    twilioSms.toRecords(delivery(Object.entries(form)), { hashPersonal: (value) => `hash of ${value}` });
  /** As the callback's parameters are documented. */
  const callback = (more: Record<string, string>) => ({
    MessageSid: sid,
    SmsSid: sid,
    AccountSid: 'AC0123456789abcdef0123456789abcdef',
    From: '+15557122661',
    To: '+15558675310',
    ApiVersion: '2010-04-01',
    SmsStatus: more['MessageStatus'] ?? '',
    ...more,
  });
  const known = {
    kind: 'notification',
    id: sid,
    observedAt: at,
    provider: 'twilio',
    channel: 'sms',
    recipient: '+15558675310',
    customer: 'hash of +15558675310',
  };

  it.each([
    ['queued', { status: 'created', createdAt: at }],
    ['accepted', { status: 'created', createdAt: at }],
    ['sending', { status: 'created', createdAt: at }],
    ['scheduled', { status: 'scheduled', createdAt: at }],
    ['sent', { status: 'sent', sentAt: at }],
    ['delivered', { status: 'delivered', deliveredAt: at }],
    ['read', { status: 'read', readAt: at }],
    ['canceled', { status: 'cancelled', cancelledAt: at }],
    ['partially_delivered', {}],
    ['constructor', {}],
  ])('that are %s', (MessageStatus, more) => {
    expect(recordsOf(callback({ MessageStatus }))).toEqual([{ ...known, rawStatus: MessageStatus, ...more }]);
  });

  it('that failed say why, and those to whom nothing may be sent were skipped', () => {
    const failed = (MessageStatus: string, ErrorCode: string) => recordsOf(callback({ MessageStatus, ErrorCode }));
    expect(failed('undelivered', '30005')).toEqual([
      { ...known, rawStatus: 'undelivered', status: 'undelivered', failedAt: at, error: { code: '30005' } },
    ]);
    expect(failed('failed', '30008')).toEqual([
      { ...known, rawStatus: 'failed', status: 'failed', failedAt: at, error: { code: '30008' } },
    ]);
    expect(failed('failed', '21610')).toEqual([
      { ...known, rawStatus: 'failed', status: 'skipped', cancelledAt: at, error: { code: '21610' } },
    ]);
  });

  it('of another channel name it', () => {
    const [record] = recordsOf(callback({ MessageStatus: 'read', To: 'whatsapp:+15558675310' }));
    expect(record).toMatchObject({ channel: 'whatsapp', recipient: '+15558675310', customer: known.customer });
  });

  const received = { SmsMessageSid: sid, SmsSid: sid, MessageSid: sid, SmsStatus: 'received', From: '+15558675310', To: '+15557122661', NumSegments: '1' }; // prettier-ignore
  const message = { kind: 'message', id: sid, author: 'customer', channel: 'sms', chat: '+15557122661', customer: 'hash of +15558675310', sentAt: at }; // prettier-ignore

  it.each([
    [
      { Body: 'Hello 😀', NumMedia: '0' },
      { type: 'text', text: 'Hello 😀' },
    ],
    [{ Body: '', NumMedia: '1', MediaContentType0: 'image/jpeg' }, { type: 'image' }],
    [
      { Body: 'see', NumMedia: '2', MediaContentType0: 'application/pdf' },
      { type: 'file', text: 'see' },
    ],
    [
      { Body: 'Yes', ButtonText: 'Yes' },
      { type: 'button', text: 'Yes' },
    ],
    [{ Body: '', Latitude: '52.5', Longitude: '13.4' }, { type: 'location' }],
  ])('that came in: %j', (form, more) => {
    expect(recordsOf({ ...received, ...form })).toEqual([{ ...message, ...more }]);
  });

  it('that are none cannot be read', () => {
    expect(() => recordsOf({ CallSid: 'CA1' })).toThrow('MessageSid');
    expect(() => recordsOf({})).toThrow('MessageSid');
  });
});
