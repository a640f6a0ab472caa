import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { Delivery } from './provider.js';
import { standard } from './standard.js';

/** The test vector of the Standard Webhooks libraries. */
const vector = {
  secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  at: 1_614_265_330_000,
  body: '{"test": 2432232314}',
  headers: {
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  },
};
const key = standard.readSecret(vector.secret)!;

type Change = Partial<{ body: string; at: number; headers: Record<string, string | string[] | undefined> }>;
const delivery = ({ body = vector.body, at = vector.at, headers = {} }: Change = {}): Delivery => ({
  body: Buffer.from(body),
  headers: { ...vector.headers, ...headers },
  url: 'https://example.com/hooks/1',
  at,
});
const isTaken = (change: Change): boolean => standard.isAuthentic(delivery(change), key);
const signedAs = (id: string, timestamp: string, body = vector.body) => ({
  body,
  headers: {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`,
  },
});

describe('Standard Webhooks', () => {
  it('takes the published vector', () => {
    expect(key).toHaveLength(24);
    expect(isTaken({})).toBe(true);
  });

  it('takes one right signature among others, of other versions too', () => {
    const right = vector.headers['webhook-signature'];
    for (const others of [`v1,AAAA ${right}`, `${right} v1,AAAA`, `v1a,BBBB v2,CCCC ${right}`]) {
      expect([others, isTaken({ headers: { 'webhook-signature': others } })]).toEqual([others, true]);
    }
  });

  it('takes five minutes either way, and no second more', () => {
    for (const [seconds, taken] of [[-300, true], [300, true], [-301, false], [301, false]] as const) {
      expect([seconds, isTaken({ at: vector.at + seconds * 1000 })]).toEqual([seconds, taken]);
    } // prettier-ignore
  });

  it.each([
    ['no signature', { 'webhook-signature': undefined }],
    ['no id', { 'webhook-id': undefined }],
    ['no time', { 'webhook-timestamp': undefined }],
    ['an empty signature', { 'webhook-signature': '' }],
    ['another id', { 'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJeK' }],
    ['another time, as good', { 'webhook-timestamp': '1614265331' }],
    ['the signature without its version', { 'webhook-signature': 'g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=' }],
    ['another version', { 'webhook-signature': 'v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=' }],
    ['the same bytes in other base64', { 'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OF=' }],
    ['no padding', { 'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE' }],
    ['a header sent twice', { 'webhook-id': [vector.headers['webhook-id'], 'x'] }],
  ])('refuses %s', (_, headers) => {
    expect(isTaken({ headers })).toBe(false);
  });

  it('refuses what could be read as another delivery, though it is signed', () => {
    expect(isTaken(signedAs('msg_1', '1614265330'))).toBe(true);
    // The same text is signed for the id "msg_1.5" at 1614265330.
    expect(isTaken(signedAs('msg_1.5', '1614265330'))).toBe(false);
    for (const timestamp of ['1614265330.0', '1.61426533e9', '0x60375032', ' 1614265330', '-1614265330', '']) {
      expect([timestamp, isTaken(signedAs('msg_1', timestamp))]).toEqual([timestamp, false]);
    }
    expect(isTaken(signedAs('', '1614265330'))).toBe(false);
    expect(isTaken(signedAs('two words', '1614265330'))).toBe(false);
  });

  it('knows its secrets, and makes them', () => {
    for (const secret of ['', 'whsec_', 'whsec_AAAA', 'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', `${vector.secret}!`, `whsec_${'A'.repeat(100)}`]) {
      expect([secret, standard.readSecret(secret)]).toEqual([secret, undefined]);
    } // prettier-ignore
    const [one, other] = [standard.makeSecret!(), standard.makeSecret!()];
    expect(one).not.toBe(other);
    expect(standard.readSecret(one)).toHaveLength(32);
  });

  const person = { hashPersonal: String };
  const recordsOf = (body: string) => standard.toRecords(delivery({ body }), person);

  it('reads records in the three forms that they come in', () => {
    const call = '{"kind":"call","id":"1"}';
    const record = { kind: 'call', id: '1' };
    expect(recordsOf(`{"records":[${call},7]}`)).toEqual([record, 7]);
    expect(recordsOf(call)).toEqual([record]);
    for (const data of [call, `[${call}]`, `{"records":[${call}]}`]) {
      expect(recordsOf(`{"type":"call.ended","timestamp":"2026-01-01T00:00:00Z","data":${data}}`)).toEqual([record]);
    }
    expect(recordsOf('{"records":[]}')).toEqual([]);
  });

  it.each(['', '{', '\xff', 'null', '7', '"text"', '{"data":null}', '{"records":7}'])('cannot read %j', (body) => {
    expect(() => recordsOf(body)).toThrow();
  });
});
