import type { TestTenant } from '../../app.js';
import { queryAsOwner } from './owner.js';
import { ADMIN_KEY, type ServiceProcess } from './service-process.js';

/** Makes a tenant with a key of each scope; the keys' source is "test". */
export async function makeTenant(service: ServiceProcess, databaseUrl: string, slug: string): Promise<TestTenant> {
  const made = await service.call('POST', '/api/v1/tenants', ADMIN_KEY, { id: slug, name: slug });
  if (made.status !== 201) throw new Error(`No tenant ${slug}: ${JSON.stringify(made.body)}`);
  const key = (scope: string): Promise<string> => makeKey(service, slug, { scopes: [scope] });
  const [readKey, ingestKey, adminKey] = await Promise.all([key('read'), key('ingest'), key('admin')]);
  const rows = await queryAsOwner<{ tenant: number }>(databaseUrl, 'select tenant from tenant where slug = $1', [slug]);
  return { id: rows[0]!.tenant, slug, readKey, ingestKey, adminKey };
}

/** A new key of the tenant. */
export async function makeKey(
  service: ServiceProcess,
  slug: string,
  input: { scopes: string[]; source?: string; expiresAt?: string },
): Promise<string> {
  const answer = await service.call('POST', `/api/v1/tenants/${slug}/keys`, ADMIN_KEY, {
    name: 'a proof',
    source: 'test',
    ...input,
  });
  if (answer.status !== 201) throw new Error(`No key for ${slug}: ${JSON.stringify(answer.body)}`);
  return answer.body.key as string;
}
