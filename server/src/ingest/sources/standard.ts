import { createHmac, randomBytes } from 'node:crypto';
import { Problem } from '../../errors.js';
import { parseJson } from '../../http/json.js';
import type { Delivery, Provider } from './provider.js';
import { headerOf, isSame, isTimely } from './signature.js';

const PREFIX = 'whsec_';
const SECRET = /^whsec_([A-Za-z0-9+/]{32,88}={0,2})$/;
/** No full stop, which parts the id from the time in what is signed: one could be read as the other. */
const ID = /^[!-\-/-~]{1,200}$/;
const MOST_SIGNATURES = 10;

/**
 * Any sender that signs by Standard Webhooks (https://www.standardwebhooks.com): HMAC-SHA-256 over `id.timestamp.body`, in the headers
 * webhook-id, webhook-timestamp and webhook-signature, which holds `v1,` and base64, several of them parted by spaces. The body is
 * what POST /api/v1/records takes, or one record, or either as the member `data`.
 */
export const standard: Provider = {
  name: 'standard',
  secretForm: 'must be whsec_ and the base64 of 24 to 64 bytes',
  readSecret: (secret) => {
    const key = Buffer.from(SECRET.exec(secret)?.[1] ?? '', 'base64');
    return key.length >= 24 && key.length <= 64 ? key : undefined;
  },
  makeSecret: () => PREFIX + randomBytes(32).toString('base64'),
  isAuthentic: (delivery, key) => {
    const id = headerOf(delivery, 'webhook-id') ?? '';
    const timestamp = headerOf(delivery, 'webhook-timestamp') ?? '';
    const signature = `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.`).update(delivery.body).digest('base64')}`;
    const given = (headerOf(delivery, 'webhook-signature') ?? '').split(' ', MOST_SIGNATURES);
    const isSigned = given.filter((one) => isSame(one, signature)).length > 0;
    return isSigned && ID.test(id) && isTimely(timestamp, delivery);
  },
  toRecords: ({ body }: Delivery) => {
    const records = within(within(parseJson(body), 'data'), 'records');
    if (Array.isArray(records)) return records as unknown[];
    if (typeof records !== 'object' || records === null)
      throw new Problem('invalid_request', 'There is no record in it.');
    return [records];
  },
};

/** The member of that name; the value itself where it has none. */
function within(value: unknown, name: string): unknown {
  const isThere = typeof value === 'object' && value !== null && Object.hasOwn(value, name);
  return isThere ? value[name as keyof typeof value] : value;
}
