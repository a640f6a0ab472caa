import type { ServiceProcess } from '../service/service-process.js';

export interface Quarantined {
  id: string;
  code: string;
  field: string | null;
  recordId: string | null;
  record: unknown;
}

/** Everything that waits in a tenant's quarantine, page by page. */
export async function listQuarantine(service: ServiceProcess, adminKey: string): Promise<Quarantined[]> {
  const found: Quarantined[] = [];
  for (let cursor = ''; ;) {
    const { status, body } = await service.call('GET', `/api/v1/quarantine?limit=200${cursor}`, adminKey);
    if (status !== 200) throw new Error(`The quarantine cannot be listed: ${status} ${JSON.stringify(body)}`);
    found.push(...(body.items as Quarantined[]));
    if (body.nextCursor === null) return found;
    cursor = `&cursor=${body.nextCursor}`;
  }
}
