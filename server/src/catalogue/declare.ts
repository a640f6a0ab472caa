import { type Additivity, type AggregateName, type Gaze, type OverTime, traitsOf } from './aggregates.js';
import type { DimensionId } from './dimensions.js';
import type { OwnParameter, ParameterName } from './parameters.js';

/** An SQL expression over the columns of the table that goes by the alias. */
export type Column = (alias: string) => string;

/** Facts that others refer to, and take their missing dimensions from. */
export type ParentName = 'dialogue' | 'call';

/** Where a fact's dimension comes from; null or an empty array means that the fact lacks it. */
export interface DimensionSource {
  /** What the fact says itself: text, or text[] where `many`. */
  readonly own?: Column;
  /** What the facts it refers to say, over their alias; the first in the order of the fact's parents that says something. */
  readonly inherited?: Readonly<Record<string, Column | undefined>>;
  /** An array: the fact counts in each of its values. */
  readonly many?: true;
}

/** Gives the placeholder of a parameter's value: milliseconds, a fraction or a count. */
export type Parameter = (name: ParameterName) => string;

/** What is made of the facts of a group (aggregates.ts). */
export interface Measure {
  readonly aggregate: AggregateName;
  /** What is summed, told apart or put in order; null is left out. Absent for a plain count. */
  readonly of?: Column;
  /** Of a peak per second: what it is taken of apart, where the highest of them counts. */
  readonly each?: Column;
  /** How much a fact weighs in a quantile; one where absent. */
  readonly weight?: Column;
  /** Which facts take part; all where absent. */
  readonly where?: (alias: string, parameter: Parameter) => string;
  readonly parameters?: readonly ParameterName[];
}

/** How long facts last that do: from their time axis to an end. */
export interface Span {
  /** The instant from which on it is over; null while it lasts. */
  readonly end: Column;
  /**
   * What holds for every fact that lasts longer than a day, or still lasts, as a partial index has it: all others that
   * matter began at most a day before.
   */
  readonly long?: Column;
  /** What `from` holds for what lasts between two instants, cut off at them: for subqueries that would read everything. */
  readonly within?: (since: string, until: string) => string;
}

type DimensionSources = Partial<Record<DimensionId, DimensionSource>>;

/** One kind of countable things: a table, the time axes to count it on, what to group by and what to add up. */
export interface Fact<Axis extends string = string, MeasureName extends string = string> {
  /** What one of them is called in words. */
  readonly noun: string;
  /** A table, or a subquery in parentheses; with the columns tenant and at. */
  readonly from: string;
  /**
   * What they are listed as, where `from` is a subquery: the kind of which it has every column, or the kind of each of them in
   * SQL beside the columns k and id.
   */
  readonly kind?: string | Column;
  /** References to facts that dimensions are inherited from: the column that holds the key. */
  readonly parents: Partial<Record<ParentName, Column>>;
  /** Name of the time (of records.md) -> the instant; null is not counted. */
  readonly axes: Readonly<Record<Axis, Column>>;
  readonly dimensions: DimensionSources;
  /** Present where the facts last. */
  readonly span?: Span;
  readonly measures: Readonly<Record<MeasureName, Measure>>;
  /** Whether the fact belongs to a dialogue in which the customer wrote; absent where there are no dialogues. */
  readonly customerWrote?: { readonly own: Column } | { readonly from: ParentName; readonly column: Column };
}

/** Declares a fact; the names of its axes and measures are known to the compiler. */
export function fact<const Axis extends string, const MeasureName extends string>(
  declared: Fact<Axis, MeasureName>,
): Fact<Axis, MeasureName> {
  return declared;
}

/** Where a dimension's value stands as it is. */
export const column =
  (name: string): Column =>
  (alias) =>
    `${alias}.${name}`;

/** Dimensions that stand in columns of their own. */
export function own<const Id extends DimensionId>(columns: Readonly<Record<Id, string>>): Record<Id, DimensionSource> {
  const sources = Object.entries<string>(columns).map(([id, name]) => [id, { own: column(name) }]);
  return Object.fromEntries(sources) as Record<Id, DimensionSource>;
}

/** A part of a metric's fraction: a measure of its fact, perhaps only of the facts with certain values. */
export interface Part<MeasureName extends string = string> {
  readonly measure: MeasureName;
  readonly only?: Partial<Record<DimensionId, readonly string[]>>;
}

/** Grafana's unit of the number; a currency's is known only with the answer. */
export type Unit = 'locale' | 'none' | 's' | 'cps' | 'percent' | 'currency';

/** One number's one definition. */
export interface Metric<Axis extends string = string, MeasureName extends string = string> {
  readonly name: string;
  /** One sentence: what is counted, by which time, from what. */
  readonly description: string;
  readonly unit: Unit;
  /** Of seconds at least one: Grafana shows them as minutes and hours, of which whole ones would say too little. */
  readonly decimals: number;
  /** Which way is good. */
  readonly direction: 'up' | 'down' | 'neutral';
  readonly axis: Axis | null;
  readonly numerator: Part<MeasureName>;
  /** Makes a ratio or an average, null where it is 0; its facts are all that the numerator is taken from. */
  readonly denominator?: Part<MeasureName>;
  /** Divides by the milliseconds of the bucket that have passed, instead of by facts. */
  readonly perTime?: true;
  /** What the number is multiplied with at the end: 100 for percents, 0.001 for seconds of milliseconds. */
  readonly scale?: number;
  /** Values of parameters where a question gives none; the others have the catalogue's or the tenant's. */
  readonly defaults?: Readonly<Partial<Record<OwnParameter, number>>>;
}

/** A metric together with the fact it is counted from. */
export interface BoundMetric extends Metric {
  readonly fact: Fact;
}

/** Declares metrics of one fact, by id. */
export function metricsOf<
  Axis extends string,
  MeasureName extends string,
  const Declared extends Readonly<Record<string, Metric<Axis, MeasureName>>>,
>(source: Fact<Axis, MeasureName>, declared: Declared): Readonly<Record<keyof Declared & string, BoundMetric>> {
  const bound = Object.entries(declared).map(([id, metric]) => [id, { ...metric, fact: source }]);
  return Object.fromEntries(bound) as Record<keyof Declared & string, BoundMetric>;
}

/** The measures of a metric's parts, the numerator's first. */
export function measuresOf({ fact, numerator, denominator }: BoundMetric): Measure[] {
  return [numerator, denominator].flatMap((part) => (part && fact.measures[part.measure]) ?? []);
}

/** The parameters that a metric depends on. */
export function parametersOf(metric: BoundMetric): ParameterName[] {
  const all = measuresOf(metric).flatMap(({ aggregate, parameters = [] }): readonly ParameterName[] =>
    aggregate === 'quantile' ? ['percentile', ...parameters] : parameters,
  );
  return [...new Set(all)];
}

/** How results add up. */
export function additivity(metric: BoundMetric): Additivity {
  const kinds = measuresOf(metric).map(({ aggregate }) => traitsOf(aggregate).additivity);
  const notAdding = kinds.find((kind) => kind !== 'additive');
  return notAdding ?? (isRatio(metric) ? 'ratio' : 'additive');
}

/** How the numbers of several buckets become one. */
export function overTime(metric: BoundMetric): OverTime {
  if (metric.perTime) return 'avg';
  const kinds = measuresOf(metric).map(({ aggregate }) => traitsOf(aggregate).overTime);
  return kinds.find((kind) => kind !== 'sum') ?? (isRatio(metric) ? 'ratio' : 'sum');
}

function isRatio({ denominator, perTime }: BoundMetric): boolean {
  return denominator !== undefined || perTime === true;
}

/** Whether nothing can be said where there are no facts, instead of 0. */
export function isNullable(metric: BoundMetric): boolean {
  const [numerator] = measuresOf(metric);
  if (numerator === undefined || metric.denominator !== undefined) return true;
  const ofParts = numerator.aggregate === 'peak_per_second' && numerator.of !== undefined;
  return ofParts || traitsOf(numerator.aggregate).nullable === true;
}

/** How the statement of a metric looks at its facts. */
export function gazeOf(metric: BoundMetric): Gaze {
  const [gaze = 'points', other = gaze] = measuresOf(metric).map(({ aggregate }) => traitsOf(aggregate).gaze);
  if (other !== gaze) throw new Error(`${metric.name} divides what is not looked at in the same way.`);
  return gaze;
}

/** Whether a bucket that has not begun has no number: time decides, not that nothing was counted. */
export function needsTime(metric: BoundMetric): boolean {
  return metric.perTime === true || gazeOf(metric) !== 'points';
}
