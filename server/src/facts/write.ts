import type pg from 'pg';
import type { ColumnValue } from './field.js';
import type { Kind } from './kind.js';
import { copyState, emptyState, fold, type Conflict, type FactState } from './merge.js';
import { encodeArray, wireTypeOf } from './pg-array.js';
import { insertOf, statementsOf } from './statements.js';
import type { ParsedRecord } from './record.js';
import { columnsOf, stateOf, writtenColumns } from './row.js';

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

function encoded(kind: Kind, columns: readonly ColumnValue[][]): Buffer[] {
  const types = writtenColumns(kind).map(({ type }) => wireTypeOf[type]);
  return columns.map((values, column) => encodeArray(types[column] ?? 'text', values));
}

async function insert(client: pg.PoolClient, kind: Kind, tenant: number, facts: readonly Fact[]): Promise<Set<string>> {
  const columns = columnsOf(kind, facts);
  const used = columns.map((values, column) => column === 0 || values.some((value) => value !== null));
  const { rows } = await client.query<[string]>({
    ...insertOf(kind, used),
    values: [tenant, ...encoded(kind, columns).filter((_, column) => used[column])],
    rowMode: 'array',
    types: asPrinted,
  });
  return new Set(rows.map(([k]) => k.replaceAll('-', '')));
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
  const present = await insert(client, kind, tenant, facts);
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
      values: [tenant, ...encoded(kind, columnsOf(kind, changed))],
    });
  }
  return { written, stored, conflicts };
}
