import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { APP_POOL } from '../database/app-pool.js';
import { withTenant } from '../database/session.js';
import { Problem } from '../errors.js';
import { isRejection, parseRecord } from '../facts/record.js';
import { FactStore, prepareBatch } from '../facts/store.js';
import { startAfter, toPage, type Page, type PageQuery } from '../http/page.js';
import { UUID, UUID_PATTERN } from '../http/uuid.js';
import type { Caller } from '../tenants/caller.js';
import { namer } from './nameless.js';
import type { QuarantineItem, ReplayAnswer } from './quarantine.schema.js';
import { TenantRegister } from './tenant-traits.js';

interface Row {
  id: string;
  received_at: Date;
  position: string;
  source: string;
  kind: string | null;
  record_id: string | null;
  code: string;
  field: string | null;
  message: string;
  record: string;
  replayed_at: Date | null;
}

const cursor = new RegExp(`^\\d{1,17} ${UUID_PATTERN}$`);

const newestFirst = `select *, (extract(epoch from received_at) * 1000000)::int8::text as position from quarantine
where tenant = $1 and ($2::int8 is null
  or (received_at, id) < (timestamptz '1970-01-01Z' + $2::int8 * interval '1 microsecond', $3::uuid))
order by received_at desc, id desc limit $4`;

/** Lists refused records, lets them be mended and replayed once, or discarded. */
@Injectable()
export class QuarantineService {
  constructor(
    @Inject(APP_POOL) private readonly pool: pg.Pool,
    private readonly facts: FactStore,
    private readonly tenants: TenantRegister,
  ) {}

  async list(caller: Caller, query: PageQuery): Promise<Page<QuarantineItem>> {
    const [position, id] = startAfter(query, cursor)?.split(' ') ?? [null, null];
    const { rows } = await withTenant(
      this.pool,
      tenantOf(caller),
      (client) => client.query<Row>(newestFirst, [caller.tenant, position, id, query.limit + 1]),
      { readOnly: true },
    );
    return toPage(rows, query.limit, (row) => `${row.position} ${row.id}`, toItem);
  }

  /**
   * Takes the record in again, mended or as it was.
   * @throws Problem not_found; already_exists when it was replayed before; invalid_request when it is still wrong
   */
  async replay(caller: Caller, id: string, mended: unknown): Promise<ReplayAnswer> {
    const tenant = tenantOf(caller);
    const traits = await this.tenants.traits(tenant);
    return withTenant(this.pool, tenant, async (client) => {
      const { rows } = await client.query<Row>('select * from quarantine where tenant = $1 and id = $2 for update', [
        tenant,
        known(id),
      ]);
      const [row] = rows;
      if (!row) throw new Problem('not_found', 'There is no such record in quarantine.');
      if (row.replayed_at) throw new Problem('already_exists', 'This record was replayed already.');
      const raw = mended ?? readBack(row.record);
      const parsed = parseRecord(raw, { source: row.source, now: Date.now(), nameless: namer(), ...traits });
      if (isRejection(parsed)) {
        throw new Problem('invalid_request', parsed.message, {
          errors: [{ field: parsed.field ?? '', message: parsed.message }],
        });
      }
      const { size: duplicates } = await this.facts.store(client, tenant, await prepareBatch([parsed]), traits);
      await client.query('update quarantine set replayed_at = now() where tenant = $1 and id = $2', [tenant, id]);
      return { stored: 1 - duplicates, duplicates };
    });
  }

  /** @throws Problem not_found */
  async discard(caller: Caller, id: string): Promise<void> {
    const tenant = tenantOf(caller);
    const { rowCount } = await withTenant(this.pool, tenant, (client) =>
      client.query('delete from quarantine where tenant = $1 and id = $2', [tenant, known(id)]),
    );
    if (rowCount === 0) throw new Problem('not_found', 'There is no such record in quarantine.');
  }
}

/** The platform's key has no quarantine of its own. */
function tenantOf(caller: Caller): number {
  if (caller.platform) throw new Problem('missing_scope', "A tenant's quarantine needs an admin key of that tenant.");
  return caller.tenant;
}

function known(id: string): string {
  if (!UUID.test(id)) throw new Problem('not_found', 'There is no such record in quarantine.');
  return id;
}

function readBack(record: string): unknown {
  try {
    return JSON.parse(record);
  } catch {
    return record;
  }
}

function toItem(row: Row): QuarantineItem {
  return {
    id: row.id,
    receivedAt: row.received_at.toISOString(),
    source: row.source,
    kind: row.kind,
    recordId: row.record_id,
    code: row.code,
    field: row.field,
    message: row.message,
    record: readBack(row.record),
    replayedAt: row.replayed_at?.toISOString() ?? null,
  };
}
