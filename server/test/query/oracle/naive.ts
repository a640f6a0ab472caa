import type { FactRow } from '../rows.js';
import type { Facts } from './facts.js';

/** Values of a fact for a dimension; none or null: it has no value. */
export type Dimension = (row: FactRow, facts: Facts) => readonly (string | null)[];

/** Parameters as a question gives them: seconds and percents. */
export type Parameters = Readonly<Record<'threshold' | 'shortAbandon' | 'percentile', number>>;

/** What is counted: rows made of facts by the plainest means. */
export interface Things {
  readonly rows: (facts: Facts) => readonly FactRow[];
  readonly dimensions: Readonly<Record<string, Dimension>>;
  /** The dialogue that a row belongs to, where such things have dialogues. */
  readonly dialogue?: (row: FactRow, facts: Facts) => FactRow | undefined;
}

/** A metric once more, over arrays. */
export interface NaiveMetric {
  readonly things: Things;
  /** ISO with milliseconds; null: it does not count. */
  readonly time: (row: FactRow) => string | null;
  /** Which things a group is made of; all where absent. */
  readonly takesPart?: (row: FactRow, parameters: Parameters, facts: Facts) => boolean;
  /** The number of a group; of no things: what is said of nothing. */
  readonly answer: (rows: readonly FactRow[], parameters: Parameters, facts: Facts) => number | null;
  readonly scale?: number;
  readonly money?: true;
  readonly parameters?: readonly (keyof Parameters)[];
  /** Where they are not the usual ones. */
  readonly defaults?: Partial<Parameters>;
}

type Answering = Pick<NaiveMetric, 'takesPart' | 'answer' | 'scale' | 'parameters'>;
type Condition = NonNullable<NaiveMetric['takesPart']>;
type Value = (row: FactRow) => number | null;

export const text = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number' ? String(value) : null;
export const list = (value: unknown): string[] => (value as string[] | null | undefined) ?? [];
export const at = (row: FactRow): string | null => text(row['at']);
export const isThere = (value: unknown): boolean => value !== null && value !== undefined;
export const number = (value: unknown): number | null => (isThere(value) ? Number(value) : null);

/** From one time to another; null where one is missing or they contradict each other. */
export function millisecondsBetween(one: unknown, other: unknown): number | null {
  if (!isThere(one) || !isThere(other)) return null;
  const between = Date.parse(String(other)) - Date.parse(String(one));
  return between < 0 ? null : between;
}

const present = (values: readonly (number | null)[]) => values.filter((value) => value !== null);
const sumOf = (values: readonly (number | null)[]) => present(values).reduce((all, value) => all + value, 0);
/** Values that are told apart; null is none. */
const different = (rows: readonly FactRow[], of: (row: FactRow) => unknown) =>
  new Set(rows.map(of).filter(isThere)).size;

export const count = (takesPart: Condition = () => true): Answering => ({ takesPart, answer: (rows) => rows.length });

export const share = (of: Condition, among: Condition = () => true): Answering => ({
  takesPart: among,
  answer: (rows, parameters, facts) =>
    rows.length === 0 ? null : rows.filter((row) => of(row, parameters, facts)).length / rows.length,
  scale: 100,
});

export const sum = (of: Value, takesPart: Condition = () => true): Answering => ({
  takesPart,
  answer: (rows) => sumOf(rows.map(of)),
});

/** Per thing of which it is known. */
export const average = (of: Value, among: Condition = () => true): Answering => ({
  takesPart: (row, parameters, facts) => among(row, parameters, facts) && of(row) !== null,
  answer: (rows) => (rows.length === 0 ? null : sumOf(rows.map(of)) / rows.length),
});

/** Milliseconds inside, seconds to people. */
export const seconds = (answering: Answering): Answering => ({ ...answering, scale: 0.001 });

/** On the line through the values in order, so many percent of the way. */
export const quantile = (of: Value, takesPart: Condition = () => true): Answering => ({
  takesPart,
  parameters: ['percentile'],
  answer: (rows, { percentile }) => {
    const values = present(rows.map(of)).sort((a, b) => a - b);
    const place = (percentile / 100) * (values.length - 1);
    const [below, above] = [values[Math.floor(place)], values[Math.ceil(place)]];
    return below === undefined || above === undefined ? null : below + (above - below) * (place - Math.floor(place));
  },
});

export const distinct = (of: (row: FactRow) => unknown, takesPart: Condition = () => true): Answering => ({
  takesPart,
  answer: (rows) => different(rows, of),
});

export const distinctShare = (of: (row: FactRow) => unknown, reached: (row: FactRow) => boolean): Answering => ({
  answer: (rows) => (different(rows, of) === 0 ? null : different(rows.filter(reached), of) / different(rows, of)),
  scale: 100,
});

export const largest = (of: Value): Answering => ({
  answer: (rows) => {
    const values = present(rows.map(of));
    return values.length === 0 ? null : Math.max(...values);
  },
});
