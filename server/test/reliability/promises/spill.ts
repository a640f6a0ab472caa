import type { ServiceProcess } from '../service/service-process.js';

/** A request that showed a key where it does not belong, and everything that came back. */
export interface Spilled {
  readonly what: string;
  readonly text: string;
}

interface Place {
  readonly method: string;
  readonly path: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

const placesOf = (key: string): Place[] => [
  { method: 'GET', path: `/api/v1/whoami?key=${key}` },
  { method: 'GET', path: `/api/v1/tenants?cursor=${key}` },
  { method: 'GET', path: `/api/v1/tenants?limit=${key}` },
  { method: 'GET', path: `/api/v1/tenants/${key}` },
  { method: 'GET', path: `/api/v1/tenants/${key}/keys` },
  { method: 'DELETE', path: `/api/v1/tenants/keys/keys/${key}` },
  { method: 'DELETE', path: `/api/v1/quarantine/${key}` },
  { method: 'GET', path: `/api/v1/dimensions/${key}/values` },
  { method: 'GET', path: `/${key}` },
  { method: 'GET', path: `/api/v1/%zz${key}` },
  { method: key.replace(/\W/g, ''), path: '/api/v1/whoami' },
  { method: 'GET', path: '/api/v1/whoami', headers: { authorization: key } },
  { method: 'GET', path: '/api/v1/whoami', headers: { authorization: `Basic ${key}` } },
  { method: 'GET', path: '/api/v1/whoami', headers: { authorization: `Bearer ${key} ${key}` } },
  { method: 'GET', path: '/api/v1/whoami', headers: { authorization: `Bearer ${key}` } },
  { method: 'GET', path: '/api/v1/whoami', headers: { 'x-api-key': key, cookie: `key=${key}`, referer: key } },
  {
    method: 'GET',
    path: '/api/v1/whoami',
    headers: { 'user-agent': key, 'x-request-id': key, 'x-forwarded-for': key },
  },
  { method: 'POST', path: '/api/v1/records', body: `{"records": ${key}` },
  { method: 'POST', path: '/api/v1/records', body: '{}', headers: { 'content-type': key } },
  { method: 'POST', path: '/api/v1/records', body: '{}', headers: { 'content-encoding': key } },
  { method: 'POST', path: '/api/v1/tenants', body: JSON.stringify({ id: key, name: 'x' }) },
  { method: 'POST', path: '/api/v1/tenants', body: JSON.stringify({ id: 'keys', [key]: 'x' }) },
  { method: 'PATCH', path: '/api/v1/tenants/keys', body: JSON.stringify({ timeZone: key }) },
  { method: 'PATCH', path: '/api/v1/tenants/keys/settings', body: JSON.stringify({ threshold: key, [key]: 1 }) },
  { method: 'POST', path: '/api/v1/query', body: JSON.stringify({ queries: [{ refId: 'A', metrics: [key] }] }) },
  { method: 'POST', path: '/api/v1/query', body: JSON.stringify({ queries: key }) },
];

/** Sends every key at every wrong place, as its own and as nobody's. */
export async function spill(service: ServiceProcess, keys: readonly string[]): Promise<Spilled[]> {
  const spilled: Spilled[] = [];
  for (const key of keys) {
    for (const [number, { method, path, headers = {}, body }] of placesOf(key).entries()) {
      for (const caller of [undefined, key]) {
        if (caller !== undefined && 'authorization' in headers) continue;
        const answer = await service.call(method, path, caller, body, headers).catch(() => undefined);
        if (answer === undefined) continue;
        const text = JSON.stringify([...answer.headers]) + JSON.stringify(answer.body);
        const shown = [method, path, ...Object.keys(headers), body ?? ''].join(' ').replaceAll(key, 'KEY');
        spilled.push({
          what: `${number}: ${shown}${caller === undefined ? '' : ', signed in'}: ${answer.status}`,
          text,
        });
      }
    }
  }
  return spilled;
}
