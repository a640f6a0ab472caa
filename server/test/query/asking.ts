import type pg from 'pg';
import { withTenant } from '../../src/database/session.js';
import { type Frame, frames } from '../../src/query/frame.js';
import { Query } from '../../src/query/query.schema.js';
import { Reader } from '../../src/query/reader.js';
import { run } from '../../src/query/run.js';
import { type Defaults, validate } from '../../src/query/validate.js';

export const defaults: Defaults = {
  zone: 'Europe/Moscow',
  weekStart: 'monday',
  now: Date.parse('2026-11-08T12:00:00Z'),
  from: Date.parse('2026-10-31T21:00:00Z'),
  to: Date.parse('2026-11-07T21:00:00Z'),
  parameters: { threshold: 20, shortAbandon: 5, minCount: 3 },
};

/** A query as a client writes it. */
export type Asked = Readonly<Record<string, unknown>>;

/** The frames of a query, without HTTP. */
export async function ask(
  pool: pg.Pool,
  tenant: number,
  query: Asked,
  around: Partial<Defaults> = {},
): Promise<Frame[]> {
  const question = validate(Query.parse({ refId: 'A', ...query }), { ...defaults, ...around });
  return withTenant(
    pool,
    tenant,
    async (client) => frames(await run(question, new Reader(client, new AbortController().signal), tenant)),
    { readOnly: true, isolation: 'repeatable read' },
  );
}

/** A table as rows: field name -> value. */
export async function table(pool: pg.Pool, tenant: number, query: Asked, around: Partial<Defaults> = {}) {
  const [frame] = await ask(pool, tenant, { format: 'table', ...query }, around);
  return rowsOf(frame!);
}

export function rowsOf({ schema, data }: Frame): Record<string, unknown>[] {
  return (data.values[0] ?? []).map((_, row) =>
    Object.fromEntries(schema.fields.map(({ name }, column) => [name, data.values[column]?.[row]])),
  );
}

/** One number. */
export async function single(
  pool: pg.Pool,
  tenant: number,
  query: Asked,
  around: Partial<Defaults> = {},
): Promise<unknown> {
  const [frame] = await ask(pool, tenant, { format: 'single', ...query }, around);
  return frame!.data.values[0]?.[0];
}
