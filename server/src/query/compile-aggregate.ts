import type { BoundMetric, Measure, Part } from '../catalogue/declare.js';
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
  /** What a fact must fulfil to take part in any of them; empty where some take every fact. */
  readonly shared: string;
}

/** Gives placeholders of what a call needs beside the facts. */
interface Given {
  readonly now: () => string;
  readonly percentile: () => string;
}

const calls: Readonly<Record<Measure['aggregate'], (of: string, given: Given) => Aggregate['sql']>> = {
  count: (of) => (filter) => `count(${of})${filter}`,
  sum: (of) => (filter) => `sum(${of})${filter}`,
  distinct: (of) => (filter) => `count(distinct ${of})${filter}`,
  quantile:
    (of, { percentile }) =>
    (filter) =>
      `percentile_cont(${percentile()}) within group (order by ${of})${filter}`,
  max: (of) => (filter) => `max(${of})${filter}`,
  age:
    (of, { now }) =>
    (filter) =>
      `${now()} - max(${of})${filter}`,
};

function aggregate(part: Part, metric: AskedMetric, source: Source, values: Values, now: number): Aggregate {
  const measure = metric.definition.fact.measures[part.measure];
  if (!measure) throw new Error(`${metric.id} has no measure ${part.measure}.`);
  const parameter = (name: keyof AskedMetric['parameters']) => values.add(metric.parameters[name], 'float8');
  const only = Object.entries(part.only ?? {}).map(([key, wanted]) => ({
    key,
    operator: '=' as const,
    values: [...wanted],
  }));
  return {
    sql: calls[measure.aggregate](measure.of?.(SELF) ?? '*', {
      now: () => values.add(now, 'float8'),
      percentile: () => parameter('percentile'),
    }),
    where: [
      ...(measure.where ? [measure.where(SELF, parameter)] : []),
      ...[...only, ...metric.filters].map((filter) => condition(source, filter, values)),
    ].join(' and '),
  };
}

/** How many facts a quantile is taken of, which decides whether there are enough. */
function factsOf({ numerator, fact }: BoundMetric, { where }: Aggregate): Aggregate | undefined {
  const measure = fact.measures[numerator.measure];
  if (measure?.aggregate !== 'quantile') return undefined;
  return { sql: (filter) => `count(${measure.of?.(SELF) ?? '*'})${filter}`, where };
}

/**
 * The parts of the metrics: `n1` is the first one's numerator, `d1` its denominator, or the number of facts that a quantile is
 * taken of, if it has either, and so on.
 */
export function aggregates(metrics: readonly AskedMetric[], source: Source, values: Values, now: number): Aggregates {
  const parts = metrics.map((metric) => {
    const { numerator, denominator } = metric.definition;
    const whole = denominator && aggregate(denominator, metric, source, values, now);
    const part = aggregate(numerator, metric, source, values, now);
    return { numerator: part, denominator: whole ?? factsOf(metric.definition, part) };
  });
  const shared = eitherOf(parts.map(({ numerator, denominator }) => (denominator ?? numerator).where));
  const write = ({ sql, where }: Aggregate, name: string) =>
    `(${sql(where === '' || where === shared ? '' : ` filter (where ${where})`)})::float8 as ${name}`;
  const columns = parts.flatMap(({ numerator, denominator }, index) => [
    write(numerator, `n${index + 1}`),
    ...(denominator ? [write(denominator, `d${index + 1}`)] : []),
  ]);
  return { columns, shared };
}

/** One of the conditions holds; empty where one of them is. */
function eitherOf(conditions: readonly string[]): string {
  const [first = '', ...others] = new Set(conditions);
  if (first === '' || others.includes('')) return '';
  return others.length === 0 ? first : `((${[first, ...others].join(') or (')}))`;
}
