import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type DataSource, type EntityManager, MoreThan, QueryFailedError } from 'typeorm';
import { Problem } from '../errors.js';
import { type Page, type PageQuery, startAfter, toPage } from '../http/page.js';
import type { Caller } from './caller.js';
import { deleteRows } from './delete-rows.js';
import { KeyRing } from './key-ring.js';
import { changeSettings, type Settings, type SettingsChange, toSettings } from './settings.schema.js';
import { type Tenant, TenantEntity } from './tenant.entity.js';
import { SLUG, type TenantChange, type TenantInput, type TenantView, toTenantView } from './tenant.schema.js';
import { inTenant } from './tenant-session.js';

const UNIQUE_VIOLATION = '23505';

/** The tenants as far as the caller may administer them: the platform all, a tenant's admin its own; others are not there. */
@Injectable()
export class TenantsService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly keys: KeyRing,
  ) {}

  async list(caller: Caller, query: PageQuery): Promise<Page<TenantView>> {
    const after = startAfter(query, SLUG);
    const rows = await inTenant(this.source, caller.tenant, (manager) =>
      manager.find(TenantEntity, {
        ...(after === undefined ? {} : { where: { slug: MoreThan(after) } }),
        order: { slug: 'asc' },
        take: query.limit + 1,
      }),
    );
    return toPage(rows, query.limit, (row) => row.slug, toTenantView);
  }

  async get(caller: Caller, slug: string): Promise<TenantView> {
    return toTenantView(await inTenant(this.source, caller.tenant, (manager) => findTenant(manager, slug)));
  }

  async create(caller: Caller, { id, ...input }: TenantInput): Promise<TenantView> {
    requirePlatform(caller);
    try {
      const tenant = await inTenant(this.source, caller.tenant, (manager) =>
        manager.save(TenantEntity, { slug: id, ...input, settings: {} }),
      );
      return toTenantView(tenant);
    } catch (error) {
      if (isUniqueViolation(error)) {
        throw new Problem('already_exists', `There is a tenant "${id}" already.`);
      }
      throw error;
    }
  }

  async change(caller: Caller, slug: string, change: TenantChange): Promise<TenantView> {
    const tenant = await inTenant(this.source, caller.tenant, async (manager) => {
      const found = await findTenant(manager, slug, 'lock');
      return manager.save(TenantEntity, Object.assign(found, change));
    });
    this.keys.forget();
    return toTenantView(tenant);
  }

  /** Takes the tenant out with everything it ever sent. */
  async delete(caller: Caller, slug: string): Promise<void> {
    await inTenant(this.source, caller.tenant, async (manager) => {
      const { tenant } = await findTenant(manager, slug, 'lock');
      requirePlatform(caller);
      await deleteRows(manager, tenant);
    });
    this.keys.forget();
  }

  async settings(caller: Caller, slug: string): Promise<Settings> {
    const { settings } = await inTenant(this.source, caller.tenant, (manager) => findTenant(manager, slug));
    return toSettings(settings);
  }

  async changeSettings(caller: Caller, slug: string, change: SettingsChange): Promise<Settings> {
    const changed = await inTenant(this.source, caller.tenant, async (manager) => {
      const found = await findTenant(manager, slug, 'lock');
      const { settings } = await manager.save(TenantEntity, {
        ...found,
        settings: changeSettings(found.settings, change),
      });
      return settings;
    });
    this.keys.forget();
    return toSettings(changed);
  }
}

/**
 * The tenant of that id, as row-level security shows it to the session.
 * @throws Problem not_found, also for a tenant that is somebody else's
 */
export async function findTenant(manager: EntityManager, slug: string, lock?: 'lock'): Promise<Tenant> {
  const tenant = SLUG.test(slug)
    ? await manager.findOne(TenantEntity, {
        where: { slug },
        ...(lock === undefined ? {} : { lock: { mode: 'pessimistic_write' } }),
      })
    : null;
  if (tenant === null) throw new Problem('not_found', `There is no tenant "${slug.slice(0, 63)}".`);
  return tenant;
}

function isUniqueViolation(error: unknown): boolean {
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : undefined;
  return typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === UNIQUE_VIOLATION;
}

function requirePlatform(caller: Caller): void {
  if (!caller.platform) throw new Problem('missing_scope', 'Only the bootstrap key may make or delete tenants.');
}
