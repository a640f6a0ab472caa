import { hash } from 'node:crypto';
import type pg from 'pg';
import { encodeEach } from '../facts/pg-array.js';

/** A record, or a row that never became one, that was refused, with the reason. */
export interface Refused {
  readonly source: string;
  readonly raw: unknown;
  readonly code: string;
  readonly message: string;
  readonly field?: string;
}

interface Entry {
  id: string;
  source: string;
  kind: string | null;
  recordId: string | null;
  code: string;
  field: string | null;
  message: string;
  record: string;
}

const longest = 65_536;

/** What PostgreSQL can hold of a sender's text. */
const storable = (text: string, max: number): string =>
  text.toWellFormed().replaceAll('\u0000', '\ufffd').slice(0, max).toWellFormed();

function memberOf(raw: unknown, name: string): string | null {
  if (typeof raw !== 'object' || raw === null || !Object.hasOwn(raw, name)) return null;
  const member: unknown = Object.getOwnPropertyDescriptor(raw, name)?.value;
  return typeof member === 'string' ? storable(member, 200) : null;
}

/**
 * Entries for refused records. An entry's id follows from what was refused and why, so that a sender who repeats a bad
 * batch every minute fills no list; equal records of one request stay apart by their ordinal.
 */
export function entriesOf(tenant: number, refused: readonly Refused[]): Entry[] {
  const seen = new Map<string, number>();
  return refused.map(({ source, raw, code, message, field }) => {
    const record = storable(JSON.stringify(raw) ?? 'null', longest);
    const same = `${tenant}\u0000${source}\u0000${code}\u0000${record}`;
    const ordinal = (seen.get(same) ?? 0) + 1;
    seen.set(same, ordinal);
    return {
      id: hash('sha256', `${same}\u0000${ordinal}`, 'hex').slice(0, 32),
      source: storable(source, 200),
      kind: memberOf(raw, 'kind'),
      recordId: memberOf(raw, 'id'),
      code,
      field: field === undefined ? null : storable(field, 200),
      message: storable(message, 1000),
      record,
    };
  });
}

/** The entry's id as it is shown: a UUID. */
export function shownId(id: string): string {
  return `${id.slice(0, 8)}-${id.slice(8, 12)}-${id.slice(12, 16)}-${id.slice(16, 20)}-${id.slice(20)}`;
}

/** Writes entries; one that was there is fresh again. */
export async function quarantine(client: pg.PoolClient, tenant: number, entries: readonly Entry[]): Promise<void> {
  if (entries.length === 0) return;
  const sorted = [...entries].sort((a, b) => (a.id < b.id ? -1 : 1));
  const texts = (of: (entry: Entry) => string | null) => encodeEach('text', sorted, of);
  await client.query({
    name: 'quarantine',
    text: `insert into quarantine (tenant, id, source, kind, record_id, code, field, message, record)
select $1, x.* from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[]) x
on conflict (tenant, id) do update set received_at = now(), replayed_at = null`,
    values: [
      tenant,
      encodeEach('uuid', sorted, ({ id }) => id),
      texts(({ source }) => source),
      texts(({ kind }) => kind),
      texts(({ recordId }) => recordId),
      texts(({ code }) => code),
      texts(({ field }) => field),
      texts(({ message }) => message),
      texts(({ record }) => record),
    ],
  });
}
