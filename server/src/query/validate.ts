import { additivity, type BoundMetric, type Fact, type ParameterName, parameterNames } from '../catalogue/declare.js';
import { dimensions, isTimeDimension } from '../catalogue/dimensions.js';
import { metric as findMetric, metrics } from '../catalogue/metrics.js';
import { Problem } from '../errors.js';
import { shiftOf } from './compare.js';
import { didYouMean, quoted } from './nearest.js';
import { checkPattern } from './pattern.js';
import type { Filter, Query } from './query.schema.js';
import { type AskedMetric, isMoney, type Notice, type Question } from './question.js';
import { chooseInterval, rangeOf, type Surroundings } from './range.js';

/** What a query may leave out. */
export interface Defaults extends Surroundings {
  /** The tenant's settings, seconds. */
  readonly parameters: Readonly<Record<ParameterName, number>>;
}

const LABEL = /^labels\.(.+)$/s;

function refuse(sentence: string): never {
  throw new Problem('invalid_request', sentence);
}

/** Whether facts of this kind can be grouped and filtered by the dimension. */
export function hasDimension(fact: Fact, key: string): boolean {
  if (isTimeDimension(key)) return Object.keys(fact.axes).length > 0;
  return LABEL.test(key) || Object.hasOwn(fact.dimensions, key);
}

/** The names of a fact's dimensions. */
export function dimensionsOf(fact: Fact): string[] {
  return Object.keys(dimensions).filter((id) => hasDimension(fact, id));
}

function requireDimension(key: string, { id, definition: { fact } }: AskedMetric): void {
  if (hasDimension(fact, key)) return;
  const names = dimensionsOf(fact);
  if (!Object.hasOwn(dimensions, key)) refuse(`There is no dimension “${key}”${didYouMean(key, names)}`);
  const near = didYouMean(key, names);
  refuse(`The metric “${id}” has no dimension “${key}”${near === '.' ? `; it has ${quoted(names, 'and')}.` : near}`);
}

function readParameters(
  definition: BoundMetric,
  given: Readonly<Record<string, unknown>>,
  { parameters }: Defaults,
  id: string,
) {
  const { numerator, denominator } = definition;
  const used = new Set(
    [numerator, denominator].flatMap((part) => (part && definition.fact.measures[part.measure]?.parameters) ?? []),
  );
  for (const [name, value] of Object.entries(given)) {
    if (!used.has(name as ParameterName)) {
      refuse(
        `The metric “${id}” has no parameter “${name}”${used.size > 0 ? `; it has ${quoted([...used], 'and')}` : ''}.`,
      );
    }
    if (typeof value !== 'number' || value < 0 || value > 86_400)
      refuse(`The parameter ${name} must be 0 to 86400 seconds.`);
  }
  const all = { ...parameters, ...given };
  return Object.fromEntries(parameterNames.map((name) => [name, all[name] * 1000])) as Record<ParameterName, number>;
}

function readMetric(chosen: Query['metrics'][number], defaults: Defaults): AskedMetric {
  const definition = findMetric(chosen.id);
  if (!definition) refuse(`There is no metric “${chosen.id}”${didYouMean(chosen.id, Object.keys(metrics))}`);
  const { as, params, filters } = 'as' in chosen || 'params' in chosen || 'filters' in chosen ? chosen : {};
  return {
    id: chosen.id,
    as: as ?? chosen.id,
    label: as ?? definition.name,
    definition,
    parameters: readParameters(definition, params ?? {}, defaults, chosen.id),
    filters: filters ?? [],
  };
}

/** Drops what filters nothing, checks the rest; a filter that a metric cannot have is an error, or a notice where optional. */
function readFilters(filters: readonly Filter[], of: readonly AskedMetric[], notices: Notice[]): Filter[] {
  return filters.filter((filter) => {
    if (filter.values.length === 0) return false;
    const lacking = of.find(({ definition }) => !hasDimension(definition.fact, filter.key));
    if (lacking && filter.optional) {
      const text = `The filter on ${filter.key} does not apply to ${lacking.definition.fact.noun} and was ignored.`;
      notices.push({ severity: 'warning', text });
      return false;
    }
    for (const metric of of) requireDimension(filter.key, metric);
    if (filter.operator === '=~' || filter.operator === '!~') filter.values.forEach(checkPattern);
    return true;
  });
}

function readTop(top: Query['top'], asked: readonly AskedMetric[], groupBy: readonly string[]): Question['top'] {
  if (!top) return null;
  if (groupBy.length === 0) refuse('The top groups need groupBy.');
  const by = top.by ? asked.find(({ as, id }) => as === top.by || id === top.by) : asked[0];
  if (!by)
    refuse(
      `The query has no metric “${top.by}” to order by: it has ${quoted(
        asked.map(({ as }) => as),
        'and',
      )}.`,
    );
  return { by, limit: top.limit, order: top.order ?? 'desc', others: top.others ?? true };
}

function readInterval(query: Query, gauges: boolean, range: Question['range']): Question['interval'] {
  const format = query.format ?? 'time_series';
  const asked = query.interval ?? (format === 'time_series' || format === 'heatmap' ? 'auto' : 'none');
  if (gauges && asked !== 'none' && asked !== 'auto')
    refuse('A state of this moment has no history: leave the interval out.');
  if (asked === 'none' || gauges) return 'none';
  if (format === 'single') refuse('A single value has no interval: use none, or the format time_series.');
  return chooseInterval(asked, range, query.maxDataPoints);
}

/** What cannot be combined, each with its sentence. */
function checkCombinations(
  query: Query,
  asked: readonly AskedMetric[],
  groupBy: readonly string[],
  interval: string,
): void {
  const names = asked.map(({ as }) => as);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) refuse(`Two metrics are called “${twice}”: name one of them otherwise with as.`);
  const kinds = asked.map(({ definition }) => additivity(definition));
  const notAdding = asked.find((_, index) => kinds[index] !== 'additive');
  for (const [word, wanted] of [
    ['cumulative', query.cumulative],
    ['share', query.share],
  ] as const) {
    if (wanted && notAdding)
      refuse(`The metric “${notAdding.id}” does not add up, so it cannot be ${word === 'share' ? 'a share' : word}.`);
  }
  if (query.cumulative && query.share) refuse('Cumulative and share cannot be combined.');
  if (query.cumulative && interval === 'none') refuse('Cumulative needs an interval.');
  if (kinds.includes('gauge') && (new Set(kinds).size > 1 || query.compare)) {
    refuse('A state of this moment can be neither compared nor asked for together with other metrics.');
  }
  if (query.fromAlert && asked.length > 1) refuse('An alert rule watches one number: ask for one metric.');
  if (query.fromAlert && query.compare && query.format === 'table')
    refuse('An alert rule watches one number: leave out compare.');
  if (query.format === 'heatmap' && (asked.length !== 1 || groupBy.length !== 1))
    refuse('A heatmap needs one metric and one dimension.');
  if (asked.some(isMoney) && !asked.every(isMoney) && !groupBy.includes('currency')) {
    refuse('Money is told apart by currency: ask for it in a query of its own, or group by currency.');
  }
  const without = query.withCustomerMessages && asked.find(({ definition }) => !definition.fact.customerWrote);
  if (without) refuse(`The metric “${without.id}” has no dialogues, so there are no customer messages to look for.`);
}

/**
 * Turns a query into a question that can be answered.
 * @throws Problem invalid_request with a sentence that names the nearest names, the limit or what does not go together
 */
export function validate(query: Query, defaults: Defaults): Question {
  const notices: Notice[] = [];
  const format = query.format ?? 'time_series';
  if (format === 'states' || format === 'facts') refuse(`The format ${format} is not offered for metrics yet.`);
  const chosen = query.metrics.map((metric) => readMetric(metric, defaults));
  const asked = chosen.map((metric) => ({ ...metric, filters: readFilters(metric.filters, [metric], notices) }));
  const groupBy = [...new Set(query.groupBy)];
  for (const key of groupBy) for (const metric of asked) requireDimension(key, metric);
  const range = rangeOf(query, defaults);
  const gauges = asked.every(({ definition }) => definition.axis === null);
  const interval = readInterval(query, gauges, range);
  checkCombinations(query, asked, groupBy, interval);
  return {
    refId: query.refId,
    format,
    metrics: asked,
    groupBy: asked.every(isMoney) && !groupBy.includes('currency') ? [...groupBy, 'currency'] : groupBy,
    filters: readFilters(query.filters ?? [], asked, notices),
    range,
    interval,
    zone: defaults.zone,
    weekStart: defaults.weekStart,
    now: defaults.now,
    top: readTop(query.top, asked, groupBy),
    compare: query.compare ? shiftOf(query.compare, range, query.window ?? null, defaults) : null,
    cumulative: query.cumulative ?? false,
    share: query.share ?? null,
    withCustomerMessages: query.withCustomerMessages ?? false,
    dropOpenBucket: query.dropOpenBucket ?? false,
    minDenominator: query.minDenominator ?? 0,
    fromAlert: query.fromAlert ?? false,
    notices,
  };
}
