import type { TestTenant } from '../../app.js';
import type { KnownRoute } from '../routes/known-routes.js';
import { ADMIN_KEY, type ServiceProcess } from '../service/service-process.js';

/** A tenant everything of which has a word in it that nobody else uses. */
export interface Marked {
  readonly tenant: TestTenant;
  readonly mark: string;
}

interface Ask {
  readonly method: string;
  readonly path: string;
  readonly key: string;
  readonly body?: unknown;
}

const DAY = '2020-01-01T';

/** Things of the same ids in every tenant, with values of the tenant's own. */
function records(mark: string, number: number): unknown[] {
  const at = (seconds: number): string => new Date(Date.parse(`${DAY}10:00:00Z`) + seconds * 1000).toISOString();
  const n = number % 20;
  return [
    {
      kind: 'call',
      id: `c-${n}`,
      trunk: `${mark}-trunk`,
      customer: `${mark}-${n}`,
      startedAt: at(n),
      labels: { plan: mark },
    },
    { kind: 'dialogue', id: `d-${n}`, channel: `${mark}-web`, customer: `${mark}-${n}`, startedAt: at(n) },
    {
      kind: 'message',
      id: `m-${n}`,
      dialogue: `d-${n}`,
      author: 'customer',
      text: `${mark} speaks`,
      sentAt: at(n + 1),
    },
    { kind: 'name', id: `n-${n}`, dimension: 'trunk', value: `${mark}-trunk`, label: `${mark} line` },
    { kind: 'call', id: `bad-${n}`, startedAt: `${mark} o'clock` },
  ];
}

/** Gives the tenant a name, a key and facts that can be told from all others. */
export async function describeTenant(service: ServiceProcess, { tenant, mark }: Marked): Promise<void> {
  const path = `/api/v1/tenants/${tenant.slug}`;
  await service.call('PATCH', path, ADMIN_KEY, { name: mark });
  await service.call('POST', `${path}/keys`, ADMIN_KEY, { name: mark, scopes: ['read'], source: mark });
  await service.call('POST', `${path}/connections`, tenant.adminKey, {
    name: mark,
    provider: 'standard',
    source: mark,
  });
  await service.call('POST', '/api/v1/records', tenant.ingestKey, { records: records(mark, 0) });
}

/** What the tenant may ask and send, of every kind of route that there is. */
export function requestsOf({ tenant, mark }: Marked, routes: readonly KnownRoute[], number: number): Ask[] {
  const { readKey, adminKey, ingestKey, slug } = tenant;
  const isThere = (template: string): boolean => routes.some((route) => route.template === template);
  const question = {
    from: `${DAY}00:00:00Z`,
    to: `${DAY}23:00:00Z`,
    queries: [
      { refId: 'A', metrics: ['calls'], groupBy: ['trunk'], format: 'table' },
      { refId: 'B', metrics: ['dialogues'], groupBy: ['customer'], format: 'time_series', interval: '1h' },
    ],
  };
  const range = `from=${DAY}00:00:00Z&to=${DAY}23:00:00Z`;
  return [
    { method: 'POST', path: '/api/v1/records', key: ingestKey, body: { records: records(mark, number) } },
    { method: 'GET', path: '/api/v1/whoami', key: readKey },
    { method: 'GET', path: '/api/v1/quarantine?limit=200', key: adminKey },
    { method: 'GET', path: '/api/v1/tenants', key: adminKey },
    { method: 'GET', path: `/api/v1/tenants/${slug}`, key: adminKey },
    { method: 'GET', path: `/api/v1/tenants/${slug}/keys`, key: adminKey },
    { method: 'GET', path: `/api/v1/tenants/${slug}/connections`, key: adminKey },
    {
      method: 'PATCH',
      path: `/api/v1/tenants/${slug}/settings`,
      key: adminKey,
      body: { threshold: 1 + (number % 60) },
    },
    ...(isThere('/api/v1/query')
      ? [1, 2, 3].map(() => ({ method: 'POST', path: '/api/v1/query', key: readKey, body: question }))
      : []),
    ...(isThere('/api/v1/dimensions/{id}/values')
      ? ['trunk', 'customer'].map((id) => ({
          method: 'GET',
          path: `/api/v1/dimensions/${id}/values?${range}`,
          key: readKey,
        }))
      : []),
  ];
}
