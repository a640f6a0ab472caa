import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type DataSource, IsNull, MoreThan } from 'typeorm';
import { Problem } from '../errors.js';
import { type Page, type PageQuery, startAfter, toPage } from '../http/page.js';
import { UUID } from '../http/uuid.js';
import { ApiKeyEntity } from './api-key.entity.js';
import type { Caller } from './caller.js';
import { digestKey, makeKey } from './key.js';
import { KeyRing } from './key-ring.js';
import { type KeyInput, type KeyView, type NewKeyView, toKeyView } from './key.schema.js';
import { findTenant } from './tenants.service.js';
import { inTenant } from './tenant-session.js';

/** The keys of one tenant. */
@Injectable()
export class KeysService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly keys: KeyRing,
  ) {}

  async list(caller: Caller, slug: string, query: PageQuery): Promise<Page<KeyView>> {
    const after = startAfter(query, UUID);
    const rows = await inTenant(this.source, caller.tenant, async (manager) => {
      const { tenant } = await findTenant(manager, slug);
      return manager.find(ApiKeyEntity, {
        where: { tenant, ...(after === undefined ? {} : { id: MoreThan(after) }) },
        order: { id: 'asc' },
        take: query.limit + 1,
      });
    });
    return toPage(rows, query.limit, (row) => row.id, toKeyView);
  }

  async create(caller: Caller, slug: string, input: KeyInput): Promise<NewKeyView> {
    const key = makeKey();
    const row = await inTenant(this.source, caller.tenant, async (manager) => {
      const { tenant } = await findTenant(manager, slug);
      return manager.save(ApiKeyEntity, {
        tenant,
        id: randomUUID(),
        name: input.name,
        hash: digestKey(key),
        scopes: input.scopes,
        source: input.source ?? input.name,
        expiresAt: input.expiresAt === null ? null : new Date(input.expiresAt),
      });
    });
    return { ...toKeyView(row), key };
  }

  /** From now on the key is refused; its entry stays in the list. */
  async revoke(caller: Caller, slug: string, id: string): Promise<void> {
    if (!UUID.test(id)) throw noKey();
    await inTenant(this.source, caller.tenant, async (manager) => {
      const { tenant } = await findTenant(manager, slug);
      const found = await manager.findOneBy(ApiKeyEntity, { tenant, id });
      if (found === null) throw noKey();
      await manager.update(ApiKeyEntity, { tenant, id, revokedAt: IsNull() }, { revokedAt: new Date() });
    });
    this.keys.forget();
  }
}

function noKey(): Problem {
  return new Problem('not_found', 'There is no such key.');
}
