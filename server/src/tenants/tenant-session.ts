import type { DataSource, EntityManager } from 'typeorm';

/** As withTenant, for entities: the work runs in one transaction that sees only the tenant's rows (0 = every tenant's). */
export function inTenant<T>(
  source: DataSource,
  tenant: number,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  return source.transaction(async (manager) => {
    await manager.query("select set_config('app.tenant', $1, true)", [String(tenant)]);
    return work(manager);
  });
}
