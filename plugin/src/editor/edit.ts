import type { Catalogue } from '../catalogue/catalogue';
import {
  choiceOf,
  fieldName,
  type Filter,
  metricId,
  type MetricChoice,
  type SwitchboardQuery,
  type Top,
} from '../query/model';

/** Adds a metric, under a name of its own where it is there already. */
export function withAdded(query: SwitchboardQuery, id: string): SwitchboardQuery {
  const metrics = query.metrics ?? [];
  const taken = new Set(metrics.map(fieldName));
  let as = id;
  for (let number = 2; taken.has(as); number += 1) as = `${id}_${number}`;
  return { ...query, metrics: [...metrics, as === id ? id : { id, as }] };
}

/** Takes a metric out; what was ordered by it is ordered by the first again. */
export function withoutMetric(query: SwitchboardQuery, index: number): SwitchboardQuery {
  const metrics = (query.metrics ?? []).filter((_, place) => place !== index);
  return withKnownOrder({ ...query, metrics });
}

/** Another metric in the place of one: its own filters stay, and those of its parameters that the other has too. */
export function withReplaced(
  query: SwitchboardQuery,
  index: number,
  id: string,
  catalogue: Catalogue,
): SwitchboardQuery {
  const { params, filters } = choiceOf(query.metrics?.[index] ?? id);
  const known = catalogue.metrics.find((metric) => metric.id === id)?.parameters ?? [];
  const kept = Object.fromEntries(Object.entries(params ?? {}).filter(([name]) => known.includes(name)));
  return withKnownOrder(replaced(query, index, { id, params: kept, filters }));
}

/** Changes what the query says of one of its metrics. */
export function withMetric(query: SwitchboardQuery, index: number, change: Partial<MetricChoice>): SwitchboardQuery {
  const before = query.metrics?.[index];
  return before === undefined ? query : withKnownOrder(replaced(query, index, { ...choiceOf(before), ...change }));
}

/** Sets a parameter of a metric; undefined leaves it to the service again. */
export function withParameter(
  query: SwitchboardQuery,
  index: number,
  name: string,
  value: number | string | undefined,
): SwitchboardQuery {
  const { params } = choiceOf(query.metrics?.[index] ?? '');
  const others = Object.entries(params ?? {}).filter(([other]) => other !== name);
  return withMetric(query, index, {
    params: Object.fromEntries(value === undefined ? others : [...others, [name, value]]),
  });
}

function replaced(query: SwitchboardQuery, index: number, metric: MetricChoice): SwitchboardQuery {
  const metrics = (query.metrics ?? []).map((before, place) => (place === index ? shortest(metric) : before));
  return { ...query, metrics };
}

/** Only what is said of it, and nothing but its id where that is all. */
function shortest({ id, as, params, filters }: MetricChoice): string | MetricChoice {
  const own = {
    ...(as && { as }),
    ...(Object.keys(params ?? {}).length > 0 && { params }),
    ...(filters?.length && { filters }),
  };
  return Object.keys(own).length === 0 ? id : { id, ...own };
}

function withKnownOrder(query: SwitchboardQuery): SwitchboardQuery {
  const by = query.top?.by;
  const metrics = query.metrics ?? [];
  if (!by || metrics.some((metric) => fieldName(metric) === by || metricId(metric) === by)) return query;
  return withTop(query, { by: undefined });
}

/** Chooses dimensions; without any there is nothing to take the first of. */
export function withGroupBy({ top, ...query }: SwitchboardQuery, groupBy: string[]): SwitchboardQuery {
  return { ...query, groupBy, ...(groupBy.length > 0 && top && { top }) };
}

export function withFilters(query: SwitchboardQuery, filters: Filter[]): SwitchboardQuery {
  return { ...query, filters };
}

/** Limits the groups to the first so many; undefined shows all again. */
export function withLimit({ top, ...query }: SwitchboardQuery, limit: number | undefined): SwitchboardQuery {
  return limit === undefined ? query : { ...query, top: { ...top, limit } };
}

export function withTop(query: SwitchboardQuery, change: Partial<Top>): SwitchboardQuery {
  return query.top ? { ...query, top: compact({ ...query.top, ...change }) } : query;
}

/** Changes settings; those that become undefined go away. */
export function withSettings(query: SwitchboardQuery, change: Partial<SwitchboardQuery>): SwitchboardQuery {
  return compact({ ...query, ...change });
}

/** The interval where none was chosen. */
export function usualInterval(format: string | undefined): string {
  return format === undefined || format === 'time_series' || format === 'heatmap' ? 'auto' : 'none';
}

/** Changes the interval; nothing is added up over time where there are no steps. */
export function withInterval(query: SwitchboardQuery, interval: string): SwitchboardQuery {
  return withSettings(query, { interval, ...(interval === 'none' && { cumulative: undefined }) });
}

/** Changes the format, and what would not go together with it or means something else there. */
export function withFormat(query: SwitchboardQuery, format: string): SwitchboardQuery {
  const before = query.interval ?? usualInterval(query.format);
  const plain = withSettings(query, { format, part: undefined, columns: undefined, limit: undefined });
  if (format === 'states') {
    return { ...plain, groupBy: plain.groupBy?.filter((key) => STATE_DIMENSIONS.includes(key)) ?? [] };
  }
  if (format === 'single' || (format === 'table' && before === 'auto')) return withInterval(plain, 'none');
  return (format === 'time_series' || format === 'heatmap') && before === 'none' ? withInterval(plain, 'auto') : plain;
}

/** By what states can be told apart. */
export const STATE_DIMENSIONS = ['operator', 'state', 'reason'];

function compact<T extends object>(all: T): T {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as T;
}
