import type { Fact } from '../catalogue/declare.js';
import { dimensions, hidesRare, isTimeDimension } from '../catalogue/dimensions.js';
import { metric as findMetric, metrics } from '../catalogue/metrics.js';
import type { TenantParameter } from '../catalogue/parameters.js';
import { quietNotices } from './arrival.js';
import { checkCombinations } from './combinations.js';
import { shiftOf } from './compare.js';
import { didYouMean, quoted } from './nearest.js';
import { readParameters } from './parameters.js';
import { checkPattern } from './pattern.js';
import type { Filter, Query } from './query.schema.js';
import { type AskedMetric, isMoney, type Notice, type Question } from './question.js';
import { chooseInterval, limits, rangeOf, type Surroundings } from './range.js';
import { refuse } from './refuse.js';

/** What a query may leave out. */
export interface Defaults extends Surroundings {
  /** The tenant's settings, seconds. */
  readonly parameters: Readonly<Record<TenantParameter, number>>;
  /** The minute in which the newest record arrived; looked up where people look. */
  readonly arrived?: number | undefined;
}

const LABEL = /^labels\.(.+)$/s;

/** Whether facts of this kind can be grouped and filtered by the dimension. */
export function hasDimension(fact: Fact, key: string): boolean {
  if (isTimeDimension(key)) return Object.keys(fact.axes).length > 0 && !fact.span;
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

function readMetric(chosen: Query['metrics'][number], defaults: Defaults): AskedMetric {
  const definition = findMetric(chosen.id);
  if (!definition) refuse(`There is no metric “${chosen.id}”${didYouMean(chosen.id, Object.keys(metrics))}`);
  const { as, params, filters } = 'as' in chosen || 'params' in chosen || 'filters' in chosen ? chosen : {};
  return {
    id: chosen.id,
    as: as ?? chosen.id,
    label: as ?? definition.name,
    definition,
    parameters: readParameters(chosen.id, definition, params ?? {}, defaults.parameters),
    given: params ?? {},
    filters: filters ?? [],
  };
}

function applies({ key }: Filter, { definition }: AskedMetric): boolean {
  return hasDimension(definition.fact, key);
}

/**
 * Drops what filters nothing and checks the rest. A filter that a metric cannot have is an error; where optional it is a
 * notice, and stays for the other metrics.
 */
function readFilters(filters: readonly Filter[], of: readonly AskedMetric[], notices: Notice[]): Filter[] {
  return filters.filter((filter) => {
    if (filter.values.length === 0) return false;
    const lacking = of.filter((metric) => !applies(filter, metric));
    for (const noun of filter.optional ? new Set(lacking.map(({ definition }) => definition.fact.noun)) : []) {
      const text = `The filter on ${filter.key} does not apply to ${noun} and was ignored.`;
      notices.push({ severity: 'warning', text });
    }
    if (!filter.optional) for (const metric of lacking) requireDimension(filter.key, metric);
    if (filter.operator === '=~' || filter.operator === '!~') filter.values.forEach(checkPattern);
    return lacking.length < of.length;
  });
}

function readTop(top: Query['top'], asked: readonly AskedMetric[], groupBy: readonly string[]): Question['top'] {
  const [first] = asked;
  // Ranking leaves out what is too rare to be named.
  if (!top && first && groupBy.some(hidesRare))
    return { by: first, limit: limits.series, order: 'desc', others: false };
  if (!top) return null;
  if (groupBy.length === 0) refuse('The top groups need groupBy.');
  const called = asked.find(({ as }) => as === top.by);
  const by = top.by ? (called ?? asked.find(({ id }) => id === top.by)) : first;
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

/**
 * Turns a query into a question that can be answered.
 * @throws Problem invalid_request with a sentence that names the nearest names, the limit or what does not go together
 */
export function validate(query: Query, defaults: Defaults): Question {
  const notices: Notice[] = [];
  const format = query.format ?? 'time_series';
  if (format === 'states' || format === 'facts') throw new Error(`The format ${format} is answered elsewhere.`);
  const chosen = query.metrics.map((metric) => readMetric(metric, defaults));
  const filters = readFilters(query.filters ?? [], chosen, notices);
  const forAll = (filter: Filter) => chosen.every((metric) => applies(filter, metric));
  const forSome = filters.filter((filter) => !forAll(filter));
  const asked = chosen.map((metric) => ({
    ...metric,
    filters: [
      ...readFilters(metric.filters, [metric], notices),
      ...forSome.filter((filter) => applies(filter, metric)),
    ],
  }));
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
    filters: filters.filter(forAll),
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
    notices: query.fromAlert ? notices : [...notices, ...quietNotices(range, defaults.now, defaults.arrived)],
  };
}
