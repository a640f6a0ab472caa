import type pg from 'pg';
import type { Kind } from './kind.js';
import { copyState, emptyState, fold, type Conflict, type FactState } from './merge.js';
import { encodeArray, encodeNulls } from './pg-array.js';
import { insertOf, statementsOf } from './statements.js';
import type { ParsedRecord } from './record.js';
import { columnsOf, stateOf, writtenWires } from './row.js';

/** One fact before and after the records of one batch; `before` is null for a fact that was not there. */
export interface Written {
  readonly k: string;
  readonly source: string;
  readonly before: FactState | null;
  readonly after: FactState;
  /** The key that the kind remembers from before, if it does. */
  readonly remembered: string | null;
}

/** A disagreement about one fact. */
interface Disputed extends Conflict {
  readonly k: string;
  readonly source: string;
}

/** What became of a batch of one kind. */
export interface WriteOutcome {
  readonly kind: Kind;
  readonly written: readonly Written[];
  /** The records that changed nothing. */
  readonly duplicates: ReadonlySet<ParsedRecord>;
  readonly conflicts: readonly Disputed[];
}

interface Fact {
  readonly k: string;
  readonly source: string;
  readonly id: string;
  readonly records: ParsedRecord[];
  readonly state: FactState;
}

interface Folded {
  /** Most batches have none, so they are cheaper to note than the others. */
  readonly duplicates: Set<ParsedRecord>;
  readonly conflicts: Disputed[];
}

/** The records of one kind of a batch, folded as if none of their facts were stored yet, and the statement for that. */
export interface PreparedKind {
  readonly kind: Kind;
  readonly facts: readonly Fact[];
  readonly folded: Folded;
  readonly insert: { readonly name?: string; readonly text: string; readonly columns: readonly Buffer[] };
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

/** @returns whether the state changed */
function foldInto({ duplicates, conflicts }: Folded, kind: Kind, fact: Fact, state: FactState): boolean {
  const met: Conflict[] = [];
  let changed = false;
  for (const record of fact.records) {
    if (fold(kind, state, record, met)) changed = true;
    else duplicates.add(record);
  }
  for (const conflict of met) conflicts.push({ ...conflict, k: fact.k, source: fact.source });
  return changed;
}

/** Folds and encodes; needs no database, so it may be done while another transaction runs. */
export function prepare(kind: Kind, records: readonly ParsedRecord[]): PreparedKind {
  const folded: Folded = { duplicates: new Set(), conflicts: [] };
  const facts = groupByFact(kind, records);
  for (const fact of facts) foldInto(folded, kind, fact, fact.state);
  const columns = columnsOf(kind, facts);
  const types = writtenWires(kind);
  const encoded = columns.flatMap((values, i) => (values ? [encodeArray(types[i] ?? 'text', values)] : []));
  const statement = insertOf(
    kind,
    columns.map((values) => values !== undefined),
  );
  return { kind, facts, folded, insert: { ...statement, columns: encoded } };
}

/** Inserts the facts that are new; answers the keys of those that were there. */
export async function insert(
  client: pg.PoolClient,
  tenant: number,
  { facts, insert: { columns, ...statement } }: PreparedKind,
): Promise<Set<string>> {
  const { rows } = await client.query<[string | null]>({
    ...statement,
    values: [tenant, ...columns],
    rowMode: 'array',
    types: asPrinted,
  });
  const inserted = rows[0]?.[0] ?? null;
  if (inserted === null) return new Set();
  const present = new Set(facts.map(({ k }) => k));
  for (const k of inserted.slice(1, -1).split(',')) present.delete(k.replaceAll('-', ''));
  return present;
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
 * After the inserts: reads, folds and rewrites only the facts that were there. The caller's transaction holds the
 * tenant's writer lock, so nobody else changes them in between.
 * @param present the keys of those facts
 */
export async function merge(
  client: pg.PoolClient,
  tenant: number,
  { kind, facts, folded }: PreparedKind,
  present: ReadonlySet<string>,
): Promise<WriteOutcome> {
  const written: Written[] = facts
    .filter(({ k }) => !present.has(k))
    .map(({ k, source, state }) => ({ k, source, before: null, after: state, remembered: null }));
  if (present.size === 0) return { kind, written, ...folded };

  const outcome: Folded = { duplicates: new Set(folded.duplicates), conflicts: [...folded.conflicts] };
  const states = await readStates(client, kind, tenant, [...present]);
  const changed: Fact[] = [];
  for (const fact of facts) {
    const held = states.get(fact.k);
    if (!held) continue;
    for (const record of fact.records) outcome.duplicates.delete(record);
    const before = copyState(held.state);
    if (!foldInto(outcome, kind, fact, held.state)) continue;
    changed.push({ ...fact, state: held.state });
    written.push({ k: fact.k, source: fact.source, before, after: held.state, remembered: held.remembered });
  }
  if (changed.length > 0) {
    const columns = columnsOf(kind, changed);
    const encoded = writtenWires(kind).map((type, i) => {
      const values = columns[i];
      return values ? encodeArray(type, values) : encodeNulls(type, changed.length);
    });
    await client.query({
      name: `update ${kind.name}`,
      text: statementsOf(kind).update,
      values: [tenant, ...encoded],
    });
  }
  return { kind, written, ...outcome };
}
