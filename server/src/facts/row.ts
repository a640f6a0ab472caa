import type { Column, ColumnType, ColumnValue } from './field.js';
import type { Kind } from './kind.js';
import { countingTime, emptyState, isCorrected, type FactState, type Label } from './merge.js';
import { type WireType, wireTypeOf } from './pg-array.js';
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

/** Where a kind's values stand among the columns that are written. */
interface Layout {
  readonly columns: readonly Column[];
  /** The first column of each field. */
  readonly positions: readonly number[];
  /** What each column's values travel as. */
  readonly wires: readonly WireType[];
  /** The first of the kind's own columns. */
  readonly own: number;
}

const layouts = new Map<Kind, Layout>();

function layoutOf(kind: Kind): Layout {
  let layout = layouts.get(kind);
  if (!layout) {
    const fields = kind.columnsOf.flat();
    let next: number = commonColumns.length;
    const positions = kind.columnsOf.map(({ length }) => (next += length) - length);
    const columns = [...commonColumns, ...fields, ...kind.own.map(({ name, type }) => ({ name, type }))];
    layout = { columns, wires: columns.map(({ type }) => wireTypeOf[type]), positions, own: next };
    layouts.set(kind, layout);
  }
  return layout;
}

/** Every column that the write path fills, in the order of `columnsOf`. */
export const writtenColumns = (kind: Kind): readonly Column[] => layoutOf(kind).columns;

/** What the values of those columns travel as. */
export const writtenWires = (kind: Kind): readonly WireType[] => layoutOf(kind).wires;

/** The columns that `stateOf` reads, and last the remembered one. */
export function readColumns(kind: Kind): string[] {
  const merged = [...mergedColumns, ...kind.columnsOf.flat().map(({ name }) => name)];
  return kind.remembers === null ? merged : [...merged, kind.remembers];
}

/** The clocks of a fact, split into the one that most fields share and those that differ. */
function canonicalClocks(kind: Kind, state: FactState): { seen: number | null; clocks: string | null } {
  let seen: number | null = null;
  let differ = false;
  const meet = (clock: number | null): void => {
    if (clock === null) return;
    if (isCorrected(clock)) differ = true;
    else if (seen === null) seen = clock;
    else if (clock !== seen) {
      differ = true;
      if (clock < seen) seen = clock;
    }
  };
  for (const clock of state.clocks) meet(clock);
  for (const label of state.labels?.values() ?? []) meet(label.clock);
  meet(state.deletedClock);
  return { seen, clocks: differ ? differing(kind, state, seen) : null };
}

function differing(kind: Kind, state: FactState, seen: number | null): string {
  const all: [string, number | null][] = state.clocks.map((clock, index) => [kind.fieldNames[index] ?? '', clock]);
  for (const [key, { clock }] of state.labels ?? []) all.push([`labels.${key}`, clock]);
  all.push(['deleted', state.deletedClock]);
  const listed = all.filter(([, clock]) => clock !== null && clock !== seen).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(Object.fromEntries(listed));
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
 * Merged facts as arrays of the values of `writtenColumns`, one array a column; undefined for a column in which no fact
 * holds anything. Most fields of most facts are unset, so only what is there is visited.
 */
export function columnsOf(kind: Kind, facts: readonly WrittenFact[]): (ColumnValue[] | undefined)[] {
  const layout = layoutOf(kind);
  const columns = new Array<ColumnValue[] | undefined>(layout.columns.length).fill(undefined);
  const put = (column: number, row: number, value: ColumnValue): void => {
    if (value === null) return;
    const values = (columns[column] ??= new Array<ColumnValue>(facts.length).fill(null));
    values[row] = value;
  };
  for (let row = 0; row < facts.length; row++) {
    const fact = facts[row];
    if (!fact) continue;
    const { k, source, id, state } = fact;
    const { seen, clocks } = canonicalClocks(kind, state);
    put(0, row, k);
    put(1, row, source);
    put(2, row, id);
    put(3, row, countingTime(kind, state));
    put(4, row, state.firstKnown);
    put(5, row, seen);
    put(6, row, clocks);
    put(7, row, state.deleted);
    put(8, row, labelsOf(state.labels));
    for (let index = 0; index < state.values.length; index++) {
      const value = state.values[index] ?? null;
      const first = layout.positions[index];
      if (value === null || first === undefined) continue;
      if (kind.columnsOf[index]?.length === 1) put(first, row, value as ColumnValue);
      else kind.fieldList[index]?.split(value).forEach((part, i) => put(first + i, row, part));
    }
    if (kind.own.length === 0) continue;
    const read = (field: string): Value | null => state.values[kind.indexOf.get(field) ?? -1] ?? null;
    kind.own.forEach((column, i) => put(layout.own + i, row, column.from(read)));
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
