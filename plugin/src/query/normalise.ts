import type { AdHocVariableFilter, ScopedVars } from '@grafana/data';
import { adHocFilters } from './adhoc';
import { expand, type Templates } from './expand';
import { migrate } from './migrate';
import { migrateQuery } from './migrateQuery';
import type { Filter, MetricChoice, SwitchboardQuery } from './model';

/** What a query's variables and the dashboard's filters are taken from. */
export interface Surroundings {
  templates: Templates;
  scopedVars?: ScopedVars;
  /** Grafana's third argument: undefined where a dashboard has no ad-hoc variable. */
  adHoc?: AdHocVariableFilter[];
}

/**
 * The query as the service is asked it: variables filled in as lists, "All" as no filter, ad-hoc filters added. Settings
 * that are not known here pass through, and the service says what is wrong with them; Grafana's own are left to the backend.
 */
export function normalise(saved: SwitchboardQuery, around: Surroundings): SwitchboardQuery {
  const query = migrateQuery(saved);
  const filters = [...expandFilters(query.filters, around), ...adHocFilters(around.adHoc)];
  const normal: SwitchboardQuery = {
    ...query,
    metrics: (query.metrics ?? []).flatMap((metric) => expandMetric(metric, around)),
    groupBy: expandNames(query.groupBy, around),
    filters,
  };
  if (query.columns) normal.columns = expandNames(query.columns, around);
  for (const name of ['interval', 'format', 'window', 'compare', 'part', 'timeZone'] as const) {
    const text = query[name];
    if (text !== undefined) normal[name] = one(text, around);
  }
  for (const name of ['cumulative', 'withCustomerMessages', 'dropOpenBucket'] as const) {
    const flag = query[name];
    if (typeof flag === 'string') normal[name] = onOrOff(one(flag, around));
  }
  if (query.top?.by) normal.top = { ...query.top, by: one(query.top.by, around) };
  return normal;
}

/** Whether the query asks for anything; queries of Grafana's own making may be empty or have no metrics at all. */
export function asksSomething(query: Partial<SwitchboardQuery> | undefined): boolean {
  if (query?.queryType === 'annotations') return true;
  const { metrics } = migrate(query ?? {});
  return Array.isArray(metrics) && metrics.length > 0;
}

/** Filters with their variables filled in; those that let everything through are left out. */
export function expandFilters(filters: Filter[] | null | undefined, around: Surroundings): Filter[] {
  return (filters ?? []).flatMap((filter) => {
    const key = one(filter.key, around);
    const expanded = (filter.values ?? []).map((value) => expand(value, around.templates, around.scopedVars));
    if (key === '' || expanded.length === 0 || expanded.some(({ all }) => all)) return [];
    const values = filter.operator.endsWith('~')
      ? filter.values.map((value) => asPattern(value, around))
      : expanded.flatMap((found) => found.values);
    return [{ ...filter, key, operator: operatorFor(filter.operator, values.length), values }];
  });
}

/** A pattern's variables are meant as they stand, so Grafana escapes their values. */
function asPattern(text: string, { templates, scopedVars }: Surroundings): string {
  return templates.replace(text, scopedVars, 'regex');
}

/** "=" and "!=" take one value: a variable may bring several. */
function operatorFor(operator: string, values: number): string {
  return values > 1 && (operator === '=' || operator === '!=') ? `${operator}|` : operator;
}

function expandMetric(metric: string | MetricChoice, around: Surroundings): Array<string | MetricChoice> {
  if (typeof metric === 'string') return expandNames([metric], around);
  const own = {
    ...(metric.filters && { filters: expandFilters(metric.filters, around) }),
    ...(metric.params && { params: expandParams(metric.params, around) }),
  };
  return expandNames([metric.id], around).map((id) => ({ ...metric, id, ...own }));
}

/** A variable's text is a number where it reads as one: parameters are numbers. */
function expandParams(params: NonNullable<MetricChoice['params']>, around: Surroundings): MetricChoice['params'] {
  const expanded = Object.entries(params).map(([name, value]) => {
    const text = typeof value === 'string' ? one(value, around).trim() : '';
    return [name, text === '' ? value : Number.isFinite(Number(text)) ? Number(text) : text] as const;
  });
  return Object.fromEntries(expanded);
}

/** Names of metrics, dimensions or columns; All means each of the variable's. */
function expandNames(names: string[] | null | undefined, around: Surroundings): string[] {
  return (names ?? [])
    .flatMap((name) => expand(name, around.templates, around.scopedVars).values)
    .filter((name) => name !== '');
}

/** A switch's text as what it means; other text goes on, for the service to refuse. */
function onOrOff(text: string): boolean | string {
  if (text === 'true') return true;
  return text === 'false' || text === '' ? false : text;
}

function one(text: string, { templates, scopedVars }: Surroundings): string {
  return templates.replace(text, scopedVars);
}
