import type { Catalogue, Metric } from '../catalogue/catalogue';
import { metricId, type SwitchboardQuery } from '../query/model';
import { STATE_DIMENSIONS, usualInterval } from './edit';

/** Settings that make sense only for some queries. */
export type Setting =
  | 'moreMetrics'
  | 'groupBy'
  | 'interval'
  | 'top'
  | 'part'
  | 'records'
  | 'operators'
  | 'window'
  | 'compare'
  | 'share'
  | 'shareOfSteps'
  | 'cumulative'
  | 'withCustomerMessages'
  | 'dropOpenBucket'
  | 'minDenominator';

/** What makes sense for the query. What the catalogue does not know, such as a variable, may be anything. */
export function applicable(query: SwitchboardQuery, catalogue: Catalogue): Record<Setting, boolean> {
  const format = query.format ?? 'time_series';
  const metrics = chosenMetrics(query, catalogue);
  const isRatio = metrics.some(({ additivity }) => ['', 'ratio', 'distinct', 'sketch'].includes(additivity));
  const adds = metrics.every(({ additivity }) => additivity === 'additive' || additivity === '');
  const ofNow = metrics.length > 0 && metrics.every(({ timeAxis }) => timeAxis === null);
  const numbers = format !== 'facts' && format !== 'states';
  const interval = numbers && format !== 'single' && !ofNow;
  const steps = interval && (query.interval ?? usualInterval(format)) !== 'none';
  const lines = numbers && format !== 'heatmap';
  return {
    moreMetrics: lines,
    groupBy: format !== 'facts',
    interval,
    top: numbers && (query.groupBy ?? []).length > 0,
    part: format === 'facts' && metrics.every(isFraction),
    records: format === 'facts',
    operators: format === 'states',
    window: !ofNow,
    compare: lines && !ofNow,
    share: lines && adds && !query.cumulative,
    shareOfSteps: steps,
    cumulative: lines && adds && steps && !query.share,
    withCustomerMessages: metrics.every((metric) => mayHaveCustomerMessages(metric, catalogue)),
    dropOpenBucket: steps,
    minDenominator: numbers && isRatio,
  };
}

/** The metrics of the query that the catalogue knows, each once. */
export function chosenMetrics(query: SwitchboardQuery, { metrics }: Catalogue): Metric[] {
  const ids = new Set((query.metrics ?? []).map(metricId));
  return metrics.filter(({ id }) => ids.has(id));
}

/** The metrics that the format can show. */
export function metricsFor(format: string | undefined, catalogue: Catalogue): Metric[] {
  if (format === 'states') {
    return catalogue.metrics.filter(
      ({ dimensions, additivity }) =>
        dimensions.includes('operator') &&
        dimensions.includes('state') &&
        (additivity === 'additive' || additivity === ''),
    );
  }
  if (format !== 'facts') return catalogue.metrics;
  return catalogue.metrics.filter((metric) => metric.timeAxis !== null && columnsOf(metric, catalogue) !== 'unlisted');
}

/** What a list of the metric's records can show; its dimensions where the service does not say. */
export function columnsOf(metric: Metric, { facts }: Catalogue): string[] | 'unlisted' {
  const known = facts.find(({ name }) => name === metric.facts);
  if (known === undefined) return ['time', 'id', 'source', ...metric.dimensions.filter((id) => id !== 'source')];
  return known.columns.length === 0 ? 'unlisted' : known.columns;
}

/** The dimensions that the format can tell numbers apart by. */
export function groupable<T extends { id: string }>(format: string | undefined, dimensions: T[]): T[] {
  return format === 'states' ? dimensions.filter(({ id }) => STATE_DIMENSIONS.includes(id)) : dimensions;
}

/** Whether it is divided by something that can be listed: not by time, as averages over time are. */
function isFraction({ additivity, aggregation, unit }: Metric): boolean {
  if (aggregation === 'avg') return false;
  return additivity === '' || additivity === 'ratio' || (additivity === 'distinct' && unit !== 'locale');
}

function mayHaveCustomerMessages(metric: Metric, { facts }: Catalogue): boolean {
  return facts.find(({ name }) => name === metric.facts)?.withCustomerMessages ?? true;
}
