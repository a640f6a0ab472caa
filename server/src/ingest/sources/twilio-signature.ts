import { createHmac } from 'node:crypto';
import type { Delivery } from './provider.js';
import { headerOf, isSame } from './signature.js';

const ADDRESS = /^(https?):\/\/([^/:?]+)(:\d+)?(.*)$/s;
const USUAL_PORTS: Readonly<Record<string, string>> = { http: ':80', https: ':443' };

/**
 * Whether Twilio signed the form: base64 of HMAC-SHA-1 over the address and, sorted by name, each name and value
 * (https://www.twilio.com/docs/usage/security). Twilio names the port or leaves it out, whatever the address says. What is signed is
 * what the form means, not its bytes, and holds no time: who repeats a form repeats the same records.
 */
export function isSignedByTwilio(delivery: Delivery, key: Buffer): boolean {
  const given = headerOf(delivery, 'x-twilio-signature') ?? '';
  const form = signedForm(new URLSearchParams(delivery.body.toString('utf8')));
  const signatures = addressesOf(delivery.url).map((url) =>
    createHmac('sha1', key)
      .update(url + form)
      .digest('base64'),
  );
  return signatures.filter((signature) => isSame(signature, given)).length > 0;
}

/** Each name once, with its different values. */
function signedForm(form: URLSearchParams): string {
  const names = [...new Set(form.keys())].sort();
  return names.flatMap((name) => [...new Set(form.getAll(name))].sort().map((value) => name + value)).join('');
}

/** The address as it is, without a port, and with the usual one. */
function addressesOf(url: string): string[] {
  const [, scheme = '', host = '', , rest = ''] = ADDRESS.exec(url) ?? [];
  return [url, `${scheme}://${host}${rest}`, `${scheme}://${host}${USUAL_PORTS[scheme] ?? ''}${rest}`];
}
