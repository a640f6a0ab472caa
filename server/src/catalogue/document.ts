import { additivity, type BoundMetric, type Fact, overTime, parametersOf, type Part } from './declare.js';
import { dimension, dimensions, isDimension } from './dimensions.js';
import { facts, metrics } from './metrics.js';
import { type OwnParameter, parameter, type ParameterName } from './parameters.js';

const UNITS: Readonly<Record<BoundMetric['unit'], string>> = {
  locale: 'a count',
  none: 'a number',
  s: 'seconds',
  cps: 'a number per second',
  percent: 'percent, 0 to 100',
  currency: 'money, one series for each currency',
};
const DIRECTIONS: Readonly<Record<BoundMetric['direction'], string>> = {
  up: 'more is better',
  down: 'less is better',
  neutral: 'neither more nor less is better',
};
const ADDS: Readonly<Record<ReturnType<typeof additivity>, string>> = {
  additive: 'adds up over time and groups',
  ratio: 'a ratio: totals are recomputed from numerator and denominator',
  distinct: 'counts different things: totals are counted anew, never added',
  sketch: 'a percentile: totals are recomputed from the facts, never from results',
  max: 'a maximum: the highest of several buckets is that of all; groups do not add',
  gauge: 'a state: it does not add up over time',
};

const OVER_TIME: Readonly<Partial<Record<ReturnType<typeof overTime>, string>>> = {
  at_end: '; of a bucket, as it is at its end, of the open one as it is now',
  avg: '; of a bucket, the average over its time that has passed',
};

/** docs/metrics.md: every metric and dimension, from the declarations that the answers come from. */
export function metricsMarkdown(): string {
  return [
    '<!-- Generated from server/src/catalogue by npm run generate. Do not edit. -->',
    '',
    '# Metrics',
    '',
    'One number has one definition. Counts are 0 where nothing happened; ratios and averages have no value where there is',
    'nothing to divide by. Names in brackets after a definition say where it is from. Under each metric stand its id, its unit and',
    'which way is good, how it adds up, the time it is counted by, and the measures of its facts that it is made of.',
    '',
    ...facts.flatMap(factSection),
    '# Dimensions',
    '',
    'What metrics can be grouped and filtered by. A value that nobody gave is the empty text, shown as “unknown”. Labels of',
    'records are dimensions too: `labels.NAME`.',
    '',
    '| Dimension | Name | What it is | Known values |',
    '| --- | --- | --- | --- |',
    ...Object.keys(dimensions).map(dimensionRow),
    '',
  ].join('\n');
}

/** What the metrics of one kind of facts share is said once. */
function factSection(fact: Fact): string[] {
  const own = Object.entries<BoundMetric>(metrics).filter(([, metric]) => metric.fact === fact);
  if (own.length === 0) return [];
  const names = Object.keys(dimensions).filter((key) => Object.hasOwn(fact.dimensions, key));
  return [
    `## Of ${fact.noun}`,
    '',
    `Dimensions: ${coded(names)}`,
    '',
    ...own.flatMap(([id, metric]) => metricSection(id, metric)),
  ];
}

function metricSection(id: string, metric: BoundMetric): string[] {
  const parameters = parametersOf(metric);
  const traits = [
    `\`${id}\``,
    `${UNITS[metric.unit]}; ${DIRECTIONS[metric.direction]}`,
    `${ADDS[additivity(metric)]}${OVER_TIME[overTime(metric)] ?? ''}`,
    ...(metric.axis === null ? [] : [`counted by \`${metric.axis}\``]),
    formula(metric),
    ...(parameters.length === 0
      ? []
      : [`parameters: ${parameters.map((name) => parameterText(metric, name)).join('; ')}`]),
  ];
  return [`### ${metric.name}`, '', metric.description, '', ...traits.map((trait) => `- ${trait}`), ''];
}

/** The fraction in the names of its measures. */
function formula({ fact, numerator, denominator, perTime, scale = 1 }: BoundMetric): string {
  const part = ({ measure, only = {} }: Part) => {
    const values = Object.entries(only).map(([key, wanted]) => `${key} ${wanted.join(' or ')}`);
    return `${fact.measures[measure]?.aggregate ?? ''} of \`${measure}\`${values.length > 0 ? ` (${values.join(', ')})` : ''}`;
  };
  const below = denominator ? ` ÷ ${part(denominator)}` : perTime ? ' ÷ milliseconds that have passed' : '';
  return `${part(numerator)}${below}${scale === 1 ? '' : ` × ${scale}`}`;
}

function parameterText({ defaults }: BoundMetric, name: ParameterName): string {
  const { unit, fallback } = parameter(name);
  if (fallback === undefined)
    return `\`${name}\`, ${unit === 'count' ? 'a count' : `in ${unit}`}, the tenant's setting where missing`;
  return `\`${name}\`, ${defaults?.[name as OwnParameter] ?? fallback} where missing`;
}

function coded(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}

function dimensionRow(id: string): string {
  const { label = id, description = '', values = {} } = (isDimension(id) && dimension(id)) || {};
  return `| \`${id}\` | ${label} | ${description} | ${coded(Object.keys(values))} |`;
}
