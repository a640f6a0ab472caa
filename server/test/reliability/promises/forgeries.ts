import type { Address, Sealed } from '../service/webhooks.js';
import { nowInSeconds, seal } from '../service/webhooks.js';

/** A delivery that nobody who knows the secret has sent like that. */
export interface Forgery extends Sealed {
  readonly what: string;
}

const HEADERS = ['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const;
const TOLERANCE = 300;
/** Seconds by which a clock may be wrong, or a delivery kept back, beyond the tolerance. */
const BEYOND = [5, 60, 3_600, 86_400, 31_536_000, 1_000_000_000];

export interface Others {
  /** Secrets that were good once, or are good elsewhere. */
  readonly secrets: readonly string[];
  /** Addresses where nobody is, or nobody any more, or somebody else. */
  readonly paths: readonly string[];
}

/** Everything that can be done to one good delivery without its secret. @param bits how many bits of each byte are flipped */
export function* forgeries(address: Address, good: Sealed, bits: number, others: Others): Generator<Forgery> {
  yield* changedBodies(good, bits);
  for (const name of HEADERS) yield* changedHeaders(good, name);
  for (const seconds of BEYOND) {
    for (const at of [nowInSeconds() - TOLERANCE - seconds, nowInSeconds() + TOLERANCE + seconds]) {
      yield { ...seal(address, good.body, { at }), what: `signed ${at - nowInSeconds()} s away` };
    }
  }
  for (const [n, secret] of others.secrets.entries()) {
    yield { ...seal(address, good.body, { secrets: [secret] }), what: `signed with the wrong secret no. ${n}` };
  }
  yield { ...seal(address, good.body, { secrets: [] }), what: 'signed with nothing' };
  for (const path of others.paths) yield { ...good, path, what: `sent to ${path}` };
  const authorization = `Bearer ${address.secret}`;
  yield { ...good, headers: { authorization }, what: 'the secret as a key' };
  yield {
    ...good,
    headers: { ...good.headers, 'webhook-signature': address.secret },
    what: 'the secret as a signature',
  };
}

function* changedBodies(good: Sealed, bits: number): Generator<Forgery> {
  for (let at = 0; at < good.body.length; at += 1) {
    for (let bit = 0; bit < bits; bit += 1) {
      const body = Buffer.from(good.body);
      body[at] = body[at]! ^ (1 << (bits === 1 ? at % 8 : bit));
      yield { ...good, body, what: `bit ${bit} of byte ${at} flipped` };
    }
    yield { ...good, body: good.body.subarray(0, at), what: `cut after ${at} bytes` };
  }
  for (const end of ['\n', '\r\n', ' ', '\0']) {
    yield {
      ...good,
      body: Buffer.concat([good.body, Buffer.from(end)]),
      what: `with ${JSON.stringify(end)} at its end`,
    };
  }
}

function* changedHeaders(good: Sealed, name: (typeof HEADERS)[number]): Generator<Forgery> {
  const value = good.headers[name] ?? '';
  const withValue = (changed: string, what: string): Forgery => ({
    ...good,
    headers: { ...good.headers, [name]: changed },
    what: `${name}: ${what}`,
  });
  for (let at = 0; at < value.length; at += 1) {
    const other = value[at] === '1' ? '2' : '1';
    yield withValue(`${value.slice(0, at)}${other}${value.slice(at + 1)}`, `character ${at} changed`);
    yield withValue(value.slice(0, at), `cut after ${at} characters`);
  }
  for (const suffix of ['=', 'A', '0', '.0', ',', ` ${value}x`]) {
    // Of several signatures one may be right.
    if (name === 'webhook-signature' && suffix.startsWith(' ')) continue;
    yield withValue(`${value}${suffix}`, `with ${suffix} at its end`);
  }
  yield {
    ...good,
    headers: Object.fromEntries(Object.entries(good.headers).filter(([other]) => other !== name)),
    what: `no ${name}`,
  };
}
