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

/**
 * What is made of the facts of a group. Rollups store what `count`, `sum` and `max` name; `distinct` does not add, and
 * neither does `quantile`, the value at the parameter `percentile`, interpolated between the two facts around it.
 */
export interface Measure {
  readonly aggregate: 'count' | 'sum' | 'distinct' | 'quantile' | 'max' | 'age';
  /** What is summed, told apart or put in order; null is left out. Absent for a plain count. */
  readonly of?: Column;
  /** Which facts take part; all where absent. */
  readonly where?: (alias: string, parameter: Parameter) => string;
  readonly parameters?: readonly ParameterName[];
}

type DimensionSources = Partial<Record<DimensionId, DimensionSource>>;

/** One kind of countable things: a table, the time axes to count it on, what to group by and what to add up. */
export interface Fact<Axis extends string = string, MeasureName extends string = string> {
  /** What one of them is called in words. */
  readonly noun: string;
  /** A table, or a subquery in parentheses; with the columns tenant and at. */
  readonly from: string;
  /** References to facts that dimensions are inherited from: the column that holds the key. */
  readonly parents: Partial<Record<ParentName, Column>>;
  /** Name of the time (of records.md) -> the instant; null is not counted. */
  readonly axes: Readonly<Record<Axis, Column>>;
  readonly dimensions: DimensionSources;
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
export type Unit = 'locale' | 'none' | 's' | 'percent' | 'currency';

/** One number's one definition. */
export interface Metric<Axis extends string = string, MeasureName extends string = string> {
  readonly name: string;
  /** One sentence: what is counted, by which time, from what. */
  readonly description: string;
  readonly unit: Unit;
  readonly decimals: number;
  /** Which way is good. */
  readonly direction: 'up' | 'down' | 'neutral';
  readonly axis: Axis | null;
  readonly numerator: Part<MeasureName>;
  /** Makes a ratio or an average, null where it is 0; its facts are all that the numerator is taken from. */
  readonly denominator?: Part<MeasureName>;
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

/**
 * additive: sums over time and groups are true sums; ratio: numerator and denominator add; distinct: nothing adds;
 * sketch: a quantile, recomputed from the facts and never from results; max: the largest of results is true;
 * gauge: a state at the moment of asking.
 */
export type Additivity = 'additive' | 'ratio' | 'distinct' | 'sketch' | 'max' | 'gauge';

const NOT_ADDING: Readonly<Partial<Record<Measure['aggregate'], Additivity>>> = {
  age: 'gauge',
  distinct: 'distinct',
  quantile: 'sketch',
  max: 'max',
};

export function additivity(metric: BoundMetric): Additivity {
  for (const { aggregate } of measuresOf(metric)) {
    const kind = NOT_ADDING[aggregate];
    if (kind) return kind;
  }
  return metric.denominator === undefined ? 'additive' : 'ratio';
}

/** Whether nothing can be said where there are no facts, instead of 0. */
export function isNullable(metric: BoundMetric): boolean {
  return metric.denominator !== undefined || ['sketch', 'max', 'gauge'].includes(additivity(metric));
}
