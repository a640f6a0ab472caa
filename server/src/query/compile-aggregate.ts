import type { AggregateName } from '../catalogue/aggregates.js';
import type { BoundMetric, Part } from '../catalogue/declare.js';
import type { AskedMetric } from './question.js';
import { condition } from './compile-filter.js';
import { SELF, type Source } from './compile-source.js';
import type { Values } from './compile-values.js';

/** One part of a metric's fraction. */
interface Aggregate {
  /** The call; `filter` goes behind it. */
  readonly sql: (filter: string) => string;
  /** What must hold for a fact to take part; empty for all facts. */
  readonly where: string;
}

/** Numerators and denominators of a statement's metrics as its columns, and the condition that they share. */
export interface Aggregates {
  /** `n1`, `d1` … as float8: PostgreSQL adds up exactly, the last step rounds. */
  readonly columns: readonly string[];
  readonly names: readonly string[];
  /** What a fact must fulfil to take part in any of them; empty where some take every fact. */
  readonly shared: string;
}

/** What a call needs beside the facts. */
interface Given {
  /** The placeholder of the moment of asking, epoch milliseconds. */
  readonly now: () => string;
  readonly percentile: () => string;
  readonly weight: string | undefined;
  /** The instant at which the bucket is looked at. */
  readonly end: string;
  /** When the facts that last began. */
  readonly start: () => string;
}

type Call = (of: string | undefined, given: Given) => Aggregate['sql'];

const counted: Call = (of) => (filter) => `count(${of ? `distinct ${of}` : '*'})${filter}`;

const calls: Readonly<Record<AggregateName, Call>> = {
  count: (of) => (filter) => `count(${of ?? '*'})${filter}`,
  sum: (of) => (filter) => `sum(${of})${filter}`,
  distinct: counted,
  quantile:
    (of, { percentile, weight }) =>
    (filter) =>
      weight === undefined
        ? `percentile_cont(${percentile()}) within group (order by ${of})${filter}`
        : `weighted_percentile(array_agg(${of} order by ${of})${filter}, array_agg(${weight} order by ${of})${filter}, ${percentile()})`,
  max: (of) => (filter) => `max(${of})${filter}`,
  age:
    (of, { now }) =>
    (filter) =>
      `${now()} - max(${of})${filter}`,
  peak_per_second: (of) => (filter) => `${of ? `sum(${of})` : 'count(*)'}${filter}`,
  overlap: () => (filter) => `sum(extract(epoch from part.until - part.since) * 1000)${filter}`,
  touching: counted,
  at_end: counted,
  oldest:
    (_, { end, start }) =>
    (filter) =>
      `max(extract(epoch from ${end} - ${start()}) * 1000)${filter}`,
  peak: () => (filter) => `sum(step.by)${filter}`,
};

/** The moment of asking, and the one at which a bucket is looked at. */
interface Moments {
  readonly now: number;
  readonly end: string | undefined;
}

/** What must hold for a fact to take part, beside what the whole question asks for. */
export function conditionsOf(part: Part, metric: AskedMetric, source: Source, values: Values): string[] {
  const measure = metric.definition.fact.measures[part.measure];
  const only = Object.entries(part.only ?? {}).map(([key, wanted]) => ({
    key,
    operator: '=' as const,
    values: [...wanted],
  }));
  return [
    ...(measure?.where ? [measure.where(SELF, parameterOf(metric, values))] : []),
    ...[...only, ...metric.filters].map((filter) => condition(source, filter, values)),
  ];
}

const parameterOf = (metric: AskedMetric, values: Values) => (name: keyof AskedMetric['parameters']) =>
  values.add(metric.parameters[name], 'float8');

function aggregate(part: Part, metric: AskedMetric, source: Source, values: Values, moments: Moments): Aggregate {
  const measure = metric.definition.fact.measures[part.measure];
  if (!measure) throw new Error(`${metric.id} has no measure ${part.measure}.`);
  return {
    sql: calls[measure.aggregate](measure.of?.(SELF), {
      now: () => values.add(moments.now, 'float8'),
      percentile: () => parameterOf(metric, values)('percentile'),
      weight: measure.weight?.(SELF),
      end: moments.end ?? '',
      start: () => source.start,
    }),
    where: conditionsOf(part, metric, source, values).join(' and '),
  };
}

/** How many facts a quantile is taken of, which decides whether there are enough. */
function factsOf({ numerator, fact }: BoundMetric, { where }: Aggregate): Aggregate | undefined {
  const measure = fact.measures[numerator.measure];
  if (measure?.aggregate !== 'quantile') return undefined;
  const all = measure.weight ? `sum(${measure.weight(SELF)})` : `count(${measure.of?.(SELF) ?? '*'})`;
  return { sql: (filter) => `${all}${filter}`, where };
}

/**
 * The parts of the metrics: `n1` is the first one's numerator, `d1` its denominator, or the number of facts that a quantile is
 * taken of, if it has either, and so on.
 */
export function aggregates(
  metrics: readonly AskedMetric[],
  source: Source,
  values: Values,
  moments: Moments,
): Aggregates {
  const parts = metrics.map((metric) => {
    const { numerator, denominator } = metric.definition;
    const whole = denominator && aggregate(denominator, metric, source, values, moments);
    const part = aggregate(numerator, metric, source, values, moments);
    return { numerator: part, denominator: whole ?? factsOf(metric.definition, part) };
  });
  const shared = eitherOf(parts.map(({ numerator, denominator }) => (denominator ?? numerator).where));
  const write = ({ sql, where }: Aggregate) =>
    `(${sql(where === '' || where === shared ? '' : ` filter (where ${where})`)})::float8`;
  const named = parts.flatMap(({ numerator, denominator }, index) => [
    { name: `n${index + 1}`, sql: write(numerator) },
    ...(denominator ? [{ name: `d${index + 1}`, sql: write(denominator) }] : []),
  ]);
  return { columns: named.map(({ name, sql }) => `${sql} as ${name}`), names: named.map(({ name }) => name), shared };
}

/** One of the conditions holds; empty where one of them is. */
function eitherOf(conditions: readonly string[]): string {
  const [first = '', ...others] = new Set(conditions);
  if (first === '' || others.includes('')) return '';
  return others.length === 0 ? first : `((${[first, ...others].join(') or (')}))`;
}
