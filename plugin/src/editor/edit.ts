import { type Filter, metricId, type SwitchboardQuery, type Top } from '../query/model';

const SHOWN = new Set([
  ...['refId', 'hide', 'key', 'queryType', 'datasource', 'datasourceId', 'intervalMs', 'maxDataPoints'],
  ...['schemaVersion', 'metrics', 'groupBy', 'filters', 'interval', 'format', 'top'],
]);

/** Chooses metrics; one that was chosen before keeps its own parameters, filters and name. */
export function withMetrics(query: SwitchboardQuery, ids: string[]): SwitchboardQuery {
  const before = query.metrics ?? [];
  return { ...query, metrics: ids.map((id) => before.find((metric) => metricId(metric) === id) ?? id) };
}

/** Chooses dimensions; without any there is nothing to take the first of. */
export function withGroupBy({ top, ...query }: SwitchboardQuery, groupBy: string[]): SwitchboardQuery {
  return { ...query, groupBy, ...(groupBy.length > 0 && top && { top }) };
}

export function withFilters(query: SwitchboardQuery, filters: Filter[]): SwitchboardQuery {
  return { ...query, filters };
}

/** Limits the groups to the first so many; no number, or one below 1, shows all again. */
export function withLimit({ top, ...query }: SwitchboardQuery, limit: number): SwitchboardQuery {
  return Number.isInteger(limit) && limit > 0 ? { ...query, top: { ...top, limit } } : query;
}

export function withTop(query: SwitchboardQuery, change: Partial<Top>): SwitchboardQuery {
  return query.top ? { ...query, top: { ...query.top, ...change } } : query;
}

/** The names of settings that a saved query has and no field of the editor shows; they are kept. */
export function unshownSettings(query: SwitchboardQuery): string[] {
  const own = Object.entries(query).flatMap(([name, value]) => (SHOWN.has(name) || isUnset(value) ? [] : [name]));
  const ofMetrics = (query.metrics ?? []).some(
    (metric) => typeof metric !== 'string' && Object.keys(metric).length > 1,
  );
  return ofMetrics ? ['metrics’ own settings', ...own] : own;
}

function isUnset(value: unknown): boolean {
  return value === undefined || value === null || value === false || value === '' || value === 0;
}
