import type { Column, ColumnType, ColumnValue } from './field.js';
import type { Kind } from './kind.js';
import { countingTime, emptyState, isCorrected, type FactState, type Label } from './merge.js';
import type { Value } from './value.js';

/** Columns that every fact table begins with, after `tenant`. */
const commonColumns = [
  { name: 'k', type: 'uuid' },
  { name: 'source', type: 'text' },
  { name: 'id', type: 'text' },
  { name: 'at', type: 'timestamptz' },
  { name: 'first_known', type: 'int8' },
  { name: 'seen', type: 'int8' },
  { name: 'clocks', type: 'jsonb' },
  { name: 'deleted', type: 'bool' },
  { name: 'labels', type: 'jsonb' },
] as const satisfies readonly Column[];

/** What a merged fact is read back from. */
const mergedColumns = ['k', 'first_known', 'seen', 'clocks', 'deleted', 'labels'] as const;

/** Every column that the write path fills, in the order of `rowOf`. */
export function writtenColumns(kind: Kind): Column[] {
  return [...commonColumns, ...kind.columnsOf.flat(), ...kind.own.map(({ name, type }) => ({ name, type }))];
}

/** The columns that `stateOf` reads, and last the remembered one. */
export function readColumns(kind: Kind): string[] {
  const merged = [...mergedColumns, ...kind.columnsOf.flat().map(({ name }) => name)];
  return kind.remembers === null ? merged : [...merged, kind.remembers];
}

/** The clocks of a fact, split into the one that most fields share and those that differ. */
function canonicalClocks(kind: Kind, state: FactState): { seen: number | null; clocks: string | null } {
  const all: [string, number][] = [];
  for (const [index, clock] of state.clocks.entries()) {
    if (clock !== null) all.push([kind.fieldNames[index] ?? '', clock]);
  }
  for (const [key, { clock }] of state.labels ?? []) all.push([`labels.${key}`, clock]);
  if (state.deletedClock !== null) all.push(['deleted', state.deletedClock]);
  let seen: number | null = null;
  for (const [, clock] of all) if (!isCorrected(clock) && (seen === null || clock < seen)) seen = clock;
  const differing = all.filter(([, clock]) => clock !== seen).sort(([a], [b]) => (a < b ? -1 : 1));
  return { seen, clocks: differing.length === 0 ? null : JSON.stringify(Object.fromEntries(differing)) };
}

function labelsOf(labels: ReadonlyMap<string, Label> | null): string | null {
  if (labels === null || labels.size === 0) return null;
  const sorted = [...labels].sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(Object.fromEntries(sorted.map(([key, { value }]) => [key, value])));
}

interface WrittenFact {
  readonly k: string;
  readonly source: string;
  readonly id: string;
  readonly state: FactState;
}

/**
 * Merged facts as arrays of the values of `writtenColumns`, one array a column. Most fields of most facts are unset, so
 * the columns begin as nulls and only what is there is visited.
 */
export function columnsOf(kind: Kind, facts: readonly WrittenFact[]): ColumnValue[][] {
  const columns = writtenColumns(kind).map(() => new Array<ColumnValue>(facts.length).fill(null));
  for (const [i, { k, source, id, state }] of facts.entries()) {
    const { seen, clocks } = canonicalClocks(kind, state);
    const common = [
      k,
      source,
      id,
      countingTime(kind, state),
      state.firstKnown,
      seen,
      clocks,
      state.deleted,
      labelsOf(state.labels),
    ];
    let next = 0;
    const put = (value: ColumnValue): void => {
      const column = columns[next++];
      if (column && value !== null) column[i] = value;
    };
    common.forEach(put);
    for (const [index, field] of kind.fieldList.entries()) {
      const value = state.values[index] ?? null;
      const width = kind.columnsOf[index]?.length ?? 0;
      if (value === null) next += width;
      else if (width === 1) put(value as ColumnValue);
      else field.split(value).forEach(put);
    }
    if (kind.own.length === 0) continue;
    const read = (field: string): Value | null => state.values[kind.indexOf.get(field) ?? -1] ?? null;
    for (const column of kind.own) put(column.from(read));
  }
  return columns;
}

const readers: Partial<Record<ColumnType, (text: string) => ColumnValue>> = {
  timestamptz: (text) => Date.parse(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`),
  int4: Number,
  int8: Number,
  float8: Number,
  bool: (text) => text === 't',
  uuid: (text) => text.replaceAll('-', ''),
  'text[]': (text) => JSON.parse(text) as string[],
};

/** A merged fact from the text values of `readColumns`, as PostgreSQL prints them in UTC; arrays come as JSON. */
export function stateOf(kind: Kind, row: readonly (string | null)[]): FactState {
  const state = emptyState(kind);
  const [, firstKnown, seenText, clocksText, deleted, labels] = row;
  const seen = seenText == null ? null : Number(seenText);
  const clocks = clocksText == null ? {} : (JSON.parse(clocksText) as Record<string, number>);
  state.firstKnown = firstKnown == null ? null : Number(firstKnown);
  state.deleted = deleted == null ? null : deleted === 't';
  state.deletedClock = clocks['deleted'] ?? (state.deleted === null ? null : seen);
  if (labels != null) {
    for (const [key, value] of Object.entries(JSON.parse(labels) as Record<string, string | null>)) {
      state.labels ??= new Map();
      state.labels.set(key, { value, clock: clocks[`labels.${key}`] ?? seen ?? 0 });
    }
  }
  let next = mergedColumns.length;
  for (const [index, field] of kind.fieldList.entries()) {
    const columns = kind.columnsOf[index] ?? [];
    const values = columns.map(({ type }, i) => {
      const text = row[next + i];
      return text == null ? null : (readers[type]?.(text) ?? text);
    });
    next += columns.length;
    const value = field.join(values);
    state.values[index] = value;
    const own = clocks[kind.fieldNames[index] ?? ''];
    state.clocks[index] = own ?? (field.merge === 'newest' && value !== null ? seen : null);
  }
  return state;
}
