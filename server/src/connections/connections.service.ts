import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type DataSource, type EntityManager, IsNull, MoreThan } from 'typeorm';
import { Problem } from '../errors.js';
import { type Page, type PageQuery, startAfter, toPage } from '../http/page.js';
import { UUID } from '../http/uuid.js';
import { invalidRequest } from '../http/validation.js';
import { providers } from '../ingest/sources/providers.js';
import type { Caller } from '../tenants/caller.js';
import { findTenant } from '../tenants/tenants.service.js';
import { inTenant } from '../tenants/tenant-session.js';
import { type Connection, ConnectionEntity } from './connection.entity.js';
import {
  type ConnectionInput,
  type ConnectionView,
  type NewSecretView,
  type SecretInput,
  toConnectionView,
} from './connection.schema.js';

/** The connections of one tenant. */
@Injectable()
export class ConnectionsService {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  async list(caller: Caller, slug: string, query: PageQuery): Promise<Page<ConnectionView>> {
    const after = startAfter(query, UUID);
    const rows = await inTenant(this.source, caller.tenant, async (manager) => {
      const { tenant } = await findTenant(manager, slug);
      return manager.find(ConnectionEntity, {
        where: { tenant, ...(after === undefined ? {} : { id: MoreThan(after) }) },
        order: { id: 'asc' },
        take: query.limit + 1,
      });
    });
    return toPage(rows, query.limit, (row) => row.id, toConnectionView);
  }

  /** @throws Problem not_found; invalid_request for a secret that the provider does not use */
  async create(
    caller: Caller,
    slug: string,
    { name, provider, source, secret }: ConnectionInput,
  ): Promise<NewSecretView> {
    return inTenant(this.source, caller.tenant, async (manager) => {
      const { tenant } = await findTenant(manager, slug);
      const { key, made } = keyOf(provider, secret);
      const id = randomUUID();
      await manager.insert(ConnectionEntity, {
        tenant,
        id,
        provider,
        source: source ?? name,
        name,
        secret: key,
        secretMadeAt: new Date(),
      });
      return { ...toConnectionView(await findInUse(manager, tenant, id)), secret: made };
    });
  }

  /**
   * From now on the new secret is good, and the one before for so many seconds more.
   * @throws Problem as create does
   */
  async rotate(caller: Caller, slug: string, id: string, input: SecretInput): Promise<NewSecretView> {
    return inTenant(this.source, caller.tenant, async (manager) => {
      const { tenant } = await findTenant(manager, slug);
      const { provider } = await findInUse(manager, tenant, id);
      const { key, made } = keyOf(provider, input.secret);
      const now = Date.now();
      const former = input.keepFormerSeconds > 0;
      await manager.update(
        ConnectionEntity,
        { tenant, id, disabledAt: IsNull() },
        {
          secret: key,
          secretMadeAt: new Date(now),
          formerSecret: former ? () => 'secret' : null,
          formerMadeAt: former ? () => 'secret_made_at' : null,
          formerEndsAt: former ? new Date(now + input.keepFormerSeconds * 1000) : null,
        },
      );
      return { ...toConnectionView(await findInUse(manager, tenant, id)), secret: made };
    });
  }

  /** From now on every delivery is refused; the entry stays in the list, the secrets go. */
  async disable(caller: Caller, slug: string, id: string): Promise<void> {
    await inTenant(this.source, caller.tenant, async (manager) => {
      const { tenant } = await findTenant(manager, slug);
      await findInUse(manager, tenant, id);
      await manager.update(
        ConnectionEntity,
        { tenant, id },
        {
          secret: null,
          formerSecret: null,
          formerMadeAt: null,
          formerEndsAt: null,
          disabledAt: new Date(),
        },
      );
    });
  }
}

/** @throws Problem not_found, also for a connection that is disabled or somebody else's */
async function findInUse(manager: EntityManager, tenant: number, id: string): Promise<Connection> {
  const found = UUID.test(id) ? await manager.findOneBy(ConnectionEntity, { tenant, id, disabledAt: IsNull() }) : null;
  if (found === null) throw new Problem('not_found', 'There is no such connection in use.');
  return found;
}

/** The key of a given secret, or of one made now. */
function keyOf(provider: string, given: string | undefined): { key: Buffer; made: string | null } {
  const { secretForm, readSecret, makeSecret } = knownProvider(provider);
  const made = given === undefined ? (makeSecret?.() ?? null) : null;
  const key = readSecret(made ?? given ?? '');
  if (key === undefined) throw invalidRequest([{ path: ['secret'], message: secretForm }]);
  return { key, made };
}

function knownProvider(name: string) {
  const provider = providers.get(name);
  if (provider === undefined) throw new Error(`This version does not know the provider of the connection, ${name}.`);
  return provider;
}
