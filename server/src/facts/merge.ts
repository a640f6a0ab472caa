import type { Kind } from './kind.js';
import type { ParsedRecord } from './record.js';
import { compareValues, type Value } from './value.js';

/** Added to a correction's clock: it beats every record that is no correction. Plain clocks stay below 2.6e14. */
const correction = 1e15;
const plainLimit = 5e14;

/** One label: tenant-defined dimensions merge key by key. */
export interface Label {
  value: string | null;
  clock: number;
}

/** What all records of one fact add up to, whatever their order. */
export interface FactState {
  values: (Value | null)[];
  /** When the value was known; null for unset fields and for those whose class needs no clock. */
  clocks: (number | null)[];
  /** Most facts have none. */
  labels: Map<string, Label> | null;
  deleted: boolean | null;
  deletedClock: number | null;
  /** The smallest `observedAt`; null for a stub that only others refer to. */
  firstKnown: number | null;
}

/** Two records of one moment that disagree; the smaller value lost. */
export interface Conflict {
  field: string;
  lost: Value | null;
}

/** A fact of which nothing is known yet. */
export function emptyState(kind: Kind): FactState {
  const size = kind.fieldNames.length;
  return {
    values: new Array<Value | null>(size).fill(null),
    clocks: new Array<number | null>(size).fill(null),
    labels: null,
    deleted: null,
    deletedClock: null,
    firstKnown: null,
  };
}

/** A copy that later folding leaves alone. */
export function copyState(state: FactState): FactState {
  return {
    ...state,
    values: [...state.values],
    clocks: [...state.clocks],
    labels: state.labels && new Map([...state.labels].map(([key, label]) => [key, { ...label }])),
  };
}

export const isCorrected = (clock: number | null): boolean => clock !== null && clock > plainLimit;

/** Positive: the incoming (clock, value) wins; zero: equal; negative: it loses. */
function newer(clock: number, value: Value | null, heldClock: number | null, held: Value | null): number {
  if (heldClock === null || clock > heldClock) return 1;
  return clock < heldClock ? -1 : compareValues(value, held);
}

function beats(kind: Kind, index: number, value: Value, held: Value | null): boolean {
  if (held === null) return true;
  const field = kind.fieldList[index];
  if (field?.merge === 'rank') {
    const ranks = field.ranks ?? [];
    return ranks.indexOf(value as string) > ranks.indexOf(held as string);
  }
  return field?.merge === 'earliest' ? compareValues(value, held) < 0 : compareValues(value, held) > 0;
}

/**
 * Folds one record into a fact by records.md §2. The outcome does not depend on the order of records, nor on
 * repetition.
 * @returns whether anything changed, and the disagreements met on the way
 */
export function fold(kind: Kind, state: FactState, record: ParsedRecord, conflicts: Conflict[]): boolean {
  const clock = record.correct ? correction + record.observedAt : record.observedAt;
  let changed = false;
  if (state.firstKnown === null || record.observedAt < state.firstKnown) {
    state.firstKnown = record.observedAt;
    changed = true;
  }
  const { indexes } = record;
  for (let position = 0; position < indexes.length; position++) {
    const index = indexes[position] ?? 0;
    const value = record.values[position] ?? null;
    const held = state.values[index] ?? null;
    const heldClock = state.clocks[index] ?? null;
    if (kind.fieldList[index]?.merge === 'newest' || record.correct || isCorrected(heldClock)) {
      const order = newer(clock, value, heldClock, held);
      if (clock === heldClock && order !== 0 && kind.fieldList[index]?.counted === undefined) {
        conflicts.push({ field: kind.fieldNames[index] ?? '', lost: order > 0 ? held : value });
      }
      if (order <= 0) continue;
      state.clocks[index] = clock;
    } else if (value === null || !beats(kind, index, value, held)) continue;
    state.values[index] = value;
    changed = true;
  }
  for (const [key, value] of record.labels) {
    state.labels ??= new Map();
    const held = state.labels.get(key);
    const order = newer(clock, value, held?.clock ?? null, held?.value ?? null);
    if (held?.clock === clock && order !== 0) {
      conflicts.push({ field: `labels.${key}`, lost: order > 0 ? held.value : value });
    }
    if (order <= 0) continue;
    state.labels.set(key, { value, clock });
    changed = true;
  }
  if (record.deleted !== null && newer(clock, record.deleted, state.deletedClock, state.deleted) > 0) {
    state.deleted = record.deleted;
    state.deletedClock = clock;
    changed = true;
  }
  return changed;
}

/** When the fact counts, epoch milliseconds; null for a deleted fact and for a stub. */
export function countingTime(kind: Kind, state: FactState): number | null {
  if (state.deleted === true || state.firstKnown === null) return null;
  let earliest: number | null = null;
  for (let index = 0; index < state.values.length; index++) {
    const value = state.values[index];
    if (typeof value !== 'number' || kind.fieldList[index]?.isEventTime !== true) continue;
    if (kind.fieldNames[index] === kind.countedAt) return value;
    if (earliest === null || value < earliest) earliest = value;
  }
  return earliest ?? state.firstKnown;
}
