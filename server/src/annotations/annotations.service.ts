import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { APP_POOL } from '../database/app-pool.js';
import { withTenant } from '../database/session.js';
import { Problem } from '../errors.js';
import { type Page, startAfter, toPage } from '../http/page.js';
import { UUID, UUID_PATTERN } from '../http/uuid.js';
import type { Caller } from '../tenants/caller.js';
import type { Annotation, AnnotationInput, AnnotationsQuery } from './annotation.schema.js';
import { yearChanges } from './year-changes.js';

interface Row {
  id: string;
  at: number;
  ended_at: number | null;
  text: string;
  tags: string[];
  derived: boolean;
}

const CURSOR = new RegExp(`^-?\\d{1,15} (?:${UUID_PATTERN}|year-\\d{4})$`);
const YEAR_TAG = 'year';

const moment = (column: string) => `floor(extract(epoch from ${column}) * 1000)::float8`;
const columns = `id::text as id, ${moment('at')} as at, ${moment('ended_at')} as ended_at, text, tags, false as derived`;
const instant = (value: string) => `timestamptz 'epoch' + ${value}::int8 * interval '1 millisecond'`;

/** In order of time; ids of derived ones sort behind all others of their moment. */
const earliestFirst = `select ${columns} from annotation
where tenant = $1
  and ($2::int8 is null or coalesce(ended_at, at) >= ${instant('$2')})
  and ($3::int8 is null or at < ${instant('$3')})
  and ($4::text is null or $4 = any(tags))
  and ($5::int8 is null or (at, id::text collate "C") > (${instant('$5')}, $6::text))
order by at, id::text collate "C" limit $7`;

const insert = `insert into annotation (tenant, at, ended_at, text, tags)
values ($1, ${instant('$2')}, ${instant('$3')}, $4, $5) returning ${columns}`;

/** What people noted beside the numbers, and the turns of the year. */
@Injectable()
export class AnnotationsService {
  constructor(@Inject(APP_POOL) private readonly pool: pg.Pool) {}

  /** @throws Problem invalid_request for an empty range or a cursor that is none of this list */
  async list(caller: Caller, query: AnnotationsQuery): Promise<Page<Annotation>> {
    const { from, to, tag, limit } = query;
    if (from !== undefined && to !== undefined && to <= from) {
      throw new Problem('invalid_request', 'The range is empty: to must be after from.');
    }
    const after = startAfter(query, CURSOR)?.split(' ');
    const [at, id] = after ?? [];
    const { rows } = await withTenant(
      this.pool,
      tenantOf(caller),
      (client) => client.query<Row>(earliestFirst, [caller.tenant, from, to, tag, at, id, limit + 1]),
      { readOnly: true },
    );
    const derived = tag === undefined || tag === YEAR_TAG ? yearsOf(query, caller) : [];
    const behind = derived.filter((row) => at === undefined || compare(row, { at: Number(at), id: id ?? '' }) > 0);
    const all = [...rows, ...behind].sort(compare).slice(0, limit + 1);
    return toPage(all, limit, (row) => `${row.at} ${row.id}`, toAnnotation);
  }

  async add(caller: Caller, { time, timeEnd, text, tags }: AnnotationInput): Promise<Annotation> {
    const tenant = tenantOf(caller);
    const { rows } = await withTenant(this.pool, tenant, (client) =>
      client.query<Row>(insert, [tenant, time, timeEnd ?? null, text, [...new Set(tags)]]),
    );
    const [row] = rows;
    if (!row) throw new Error('An insert returns what it inserted.');
    return toAnnotation(row);
  }

  /** @throws Problem not_found */
  async remove(caller: Caller, id: string): Promise<void> {
    const tenant = tenantOf(caller);
    const { rowCount } = await withTenant(this.pool, tenant, (client) =>
      client.query('delete from annotation where tenant = $1 and id = $2', [tenant, known(id)]),
    );
    if (rowCount === 0) throw new Problem('not_found', NOTHING);
  }
}

const NOTHING = 'There is no such annotation.';

function known(id: string): string {
  if (!UUID.test(id)) throw new Problem('not_found', NOTHING);
  return id;
}

/** The platform's key sees no tenant's annotations. */
function tenantOf(caller: Caller): number {
  if (caller.platform) throw new Problem('missing_scope', "A tenant's annotations need a key of that tenant.");
  return caller.tenant;
}

/** The turns of the year: only of a range, for there is no end of them. */
function yearsOf({ from, to, timeZone }: AnnotationsQuery, caller: Caller): Row[] {
  if (from === undefined || to === undefined) return [];
  return yearChanges(from, to, timeZone ?? caller.timeZone).map(({ at, year }) => ({
    id: `year-${year}`,
    at,
    ended_at: null,
    text: `${year} begins`,
    tags: [YEAR_TAG],
    derived: true,
  }));
}

function compare(one: Pick<Row, 'at' | 'id'>, other: Pick<Row, 'at' | 'id'>): number {
  return one.at - other.at || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
}

function toAnnotation({ id, at, ended_at: end, text, tags, derived }: Row): Annotation {
  return {
    id,
    time: new Date(at).toISOString(),
    timeEnd: end === null ? null : new Date(end).toISOString(),
    text,
    tags,
    derived,
  };
}
