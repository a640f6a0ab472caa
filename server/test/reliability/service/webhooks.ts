import { createHmac } from 'node:crypto';
import type { TestTenant } from '../../app.js';
import type { Answer } from './http.js';
import type { ServiceProcess } from './service-process.js';

/** Where a provider delivers, and the secret that it signs with. */
export interface Address {
  readonly id: string;
  readonly path: string;
  readonly secret: string;
}

/** One delivery, ready to be sent as it is, or changed. */
export interface Sealed {
  readonly path: string;
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Seal {
  readonly id?: string;
  /** Epoch seconds. */
  readonly at?: number;
  /** Instead of the address's own: the signatures of all of them. */
  readonly secrets?: readonly string[];
}

/** Makes a connection whose deliveries are signed by Standard Webhooks. */
export async function makeAddress(
  service: ServiceProcess,
  { slug, adminKey }: TestTenant,
  source = 'webhook',
): Promise<Address> {
  const answer = await service.call('POST', `/api/v1/tenants/${slug}/connections`, adminKey, {
    name: 'a proof',
    provider: 'standard',
    source,
  });
  if (answer.status !== 201) throw new Error(`No connection for ${slug}: ${JSON.stringify(answer.body)}`);
  return answer.body as Address;
}

/** @returns the same address with its new secret */
export async function rotateSecret(
  service: ServiceProcess,
  { slug, adminKey }: TestTenant,
  address: Address,
  keepFormerSeconds: number,
): Promise<Address> {
  const path = `/api/v1/tenants/${slug}/connections/${address.id}/secrets`;
  const answer = await service.call('POST', path, adminKey, { keepFormerSeconds });
  if (answer.status !== 201) throw new Error(`No new secret: ${JSON.stringify(answer.body)}`);
  return { ...address, secret: answer.body.secret as string };
}

export const nowInSeconds = (): number => Math.floor(Date.now() / 1000);

/** Signs a body as Standard Webhooks says, apart from the code under test. */
export function seal({ path, secret }: Address, body: string | Uint8Array, given: Seal = {}): Sealed {
  const { id = 'msg_proof', at = nowInSeconds(), secrets = [secret] } = given;
  const bytes = Buffer.from(body);
  const signatures = secrets.map((one) => {
    const key = Buffer.from(one.slice('whsec_'.length), 'base64');
    return `v1,${createHmac('sha256', key)
      .update(Buffer.concat([Buffer.from(`${id}.${at}.`), bytes]))
      .digest('base64')}`;
  });
  const headers = { 'webhook-id': id, 'webhook-timestamp': String(at), 'webhook-signature': signatures.join(' ') };
  return { path, body: bytes, headers };
}

export function deliver(service: ServiceProcess, { path, body, headers }: Sealed): Promise<Answer> {
  return service.call('POST', path, undefined, body, headers);
}
