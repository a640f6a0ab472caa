import type pg from 'pg';
import type { ColumnType } from './field.js';
import type { Kind } from './kind.js';
import { copyState, emptyState, fold, type Conflict, type FactState } from './merge.js';
import { encodeArray, wireTypeOf } from './pg-array.js';
import type { ParsedRecord } from './record.js';
import { columnsOf, readColumns, stateOf, writtenColumns } from './row.js';

/** One fact before and after the records of one batch; `before` is null for a fact that was not there. */
export interface Written {
  readonly k: string;
  readonly before: FactState | null;
  readonly after: FactState;
  /** The key that the kind remembers from before, if it does. */
  readonly remembered: string | null;
}

/** What became of a batch of one kind. */
export interface WriteOutcome {
  readonly written: readonly Written[];
  /** The records that changed something; the others are duplicates. */
  readonly stored: ReadonlySet<ParsedRecord>;
  readonly conflicts: readonly (Conflict & { readonly k: string })[];
}

interface Fact {
  k: string;
  source: string;
  id: string;
  records: ParsedRecord[];
  state: FactState;
}

const quoted = (name: string): string => `"${name}"`;
const cast = (name: string, type: ColumnType): string =>
  type in wireTypeOf && wireTypeOf[type] !== type ? `x.${quoted(name)}::${type}` : `x.${quoted(name)}`;

/** `unnest($2::uuid[], …) x(k, …)`: the columns of the facts as one table. */
function incoming(kind: Kind): string {
  const columns = writtenColumns(kind);
  const arrays = columns.map(({ type }, i) => `$${i + 2}::${wireTypeOf[type]}[]`).join(', ');
  return `unnest(${arrays}) x(${columns.map(({ name }) => quoted(name)).join(', ')})`;
}

/** Inserts what is new; answers the keys that were there already. */
function insertSql(kind: Kind): string {
  const columns = writtenColumns(kind);
  return `with x as (select * from ${incoming(kind)}),
 i as (insert into fact.${kind.name} (tenant, ${columns.map(({ name }) => quoted(name)).join(', ')})
   select $1, ${columns.map(({ name, type }) => cast(name, type)).join(', ')} from x
   on conflict (tenant, k) do nothing returning k)
select x.k from x left join i on i.k = x.k where i.k is null`;
}

function readSql(kind: Kind): string {
  const types = new Map(kind.columnsOf.flat().map(({ name, type }) => [name, type]));
  const columns = readColumns(kind).map((name) =>
    types.get(name) === 'text[]' ? `array_to_json(${quoted(name)})::text` : quoted(name),
  );
  return `select ${columns.join(', ')} from fact.${kind.name} where tenant = $1 and k = any($2::uuid[])`;
}

function updateSql(kind: Kind): string {
  const changing = writtenColumns(kind).filter(({ name }) => name !== 'k');
  const assignments = changing.map(({ name, type }) => `${quoted(name)} = ${cast(name, type)}`);
  return `update fact.${kind.name} f set ${assignments.join(', ')} from ${incoming(kind)}
where f.tenant = $1 and f.k = x.k and f.k = any($2::uuid[])`;
}

const statements = new Map<string, { insert: string; read: string; update: string }>();

function statementsOf(kind: Kind) {
  let prepared = statements.get(kind.name);
  if (!prepared) {
    prepared = { insert: insertSql(kind), read: readSql(kind), update: updateSql(kind) };
    statements.set(kind.name, prepared);
  }
  return prepared;
}

function parameters(kind: Kind, tenant: number, facts: readonly Fact[]): unknown[] {
  const types = writtenColumns(kind).map(({ type }) => wireTypeOf[type]);
  return [tenant, ...columnsOf(kind, facts).map((values, column) => encodeArray(types[column] ?? 'text', values))];
}

function groupByFact(kind: Kind, records: readonly ParsedRecord[]): Fact[] {
  const facts = new Map<string, Fact>();
  for (const record of records) {
    const known = facts.get(record.k);
    if (known) known.records.push(record);
    else {
      const { k, source, id } = record;
      facts.set(k, { k, source, id, records: [record], state: emptyState(kind) });
    }
  }
  // Keys in order touch neighbouring index pages one after the other.
  return [...facts.values()].sort((a, b) => (a.k < b.k ? -1 : 1));
}

/** Texts of PostgreSQL, untouched: `stateOf` reads them. */
const asPrinted = { getTypeParser: () => (text: string) => text };

async function readStates(client: pg.PoolClient, kind: Kind, tenant: number, keys: readonly string[]) {
  const { rows } = await client.query<(string | null)[]>({
    name: `read ${kind.name}`,
    text: statementsOf(kind).read,
    values: [tenant, encodeArray('uuid', keys)],
    rowMode: 'array',
    types: asPrinted,
  });
  return new Map(
    rows.map((row) => {
      const remembered = kind.remembers === null ? null : (row.at(-1)?.replaceAll('-', '') ?? null);
      return [String(row[0]).replaceAll('-', ''), { state: stateOf(kind, row), remembered }] as const;
    }),
  );
}

/**
 * Writes the records of one kind: inserts first, then reads, folds and rewrites only the facts that were there.
 * The caller's transaction holds the tenant's writer lock, so nobody else changes them in between.
 */
export async function writeKind(
  client: pg.PoolClient,
  kind: Kind,
  tenant: number,
  records: readonly ParsedRecord[],
): Promise<WriteOutcome> {
  const stored = new Set<ParsedRecord>();
  const conflicts: (Conflict & { k: string })[] = [];
  const facts = groupByFact(kind, records);
  const foldInto = (fact: Fact, state: FactState): boolean => {
    const met: Conflict[] = [];
    let changed = false;
    for (const record of fact.records) {
      if (!fold(kind, state, record, met)) continue;
      stored.add(record);
      changed = true;
    }
    for (const conflict of met) conflicts.push({ ...conflict, k: fact.k });
    return changed;
  };
  for (const fact of facts) foldInto(fact, fact.state);
  const inserted = await client.query<[string]>({
    name: `insert ${kind.name}`,
    text: statementsOf(kind).insert,
    values: parameters(kind, tenant, facts),
    rowMode: 'array',
    types: asPrinted,
  });
  const present = new Set(inserted.rows.map(([k]) => k.replaceAll('-', '')));
  const written: Written[] = facts
    .filter(({ k }) => !present.has(k))
    .map(({ k, state }) => ({ k, before: null, after: state, remembered: null }));
  if (present.size === 0) return { written, stored, conflicts };

  const states = await readStates(client, kind, tenant, [...present]);
  const changed: Fact[] = [];
  for (const fact of facts) {
    const held = states.get(fact.k);
    if (!held) continue;
    for (const record of fact.records) stored.delete(record);
    const before = copyState(held.state);
    if (!foldInto(fact, held.state)) continue;
    changed.push({ ...fact, state: held.state });
    written.push({ k: fact.k, before, after: held.state, remembered: held.remembered });
  }
  if (changed.length > 0) {
    await client.query({
      name: `update ${kind.name}`,
      text: statementsOf(kind).update,
      values: parameters(kind, tenant, changed),
    });
  }
  return { written, stored, conflicts };
}
