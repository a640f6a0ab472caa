import { CoreApp } from '@grafana/data';
import type { DataQuery } from '@grafana/schema';
import type { WeekStart } from '../settings';
import { SCHEMA_VERSION } from './migrate';

export { SCHEMA_VERSION };

export const OPERATORS = ['=', '!=', '=|', '!=|', '=~', '!~'] as const;
export const FORMATS = ['time_series', 'table', 'single', 'states', 'facts', 'heatmap'] as const;
export const INTERVALS = ['auto', 'none', '1m', '5m', '15m', '1h', '1d', '1w', '1M', '1y'] as const;

/** The operator is text, since an ad-hoc filter may bring one that the service refuses in words. */
export interface Filter {
  key: string;
  operator: string;
  /** No values: no filter. The empty text is the unknown value. */
  values: string[];
  /** Left out with a notice where a metric does not have the dimension. */
  optional?: boolean;
}

/** A metric with its own parameters, filters or field name. */
export interface MetricChoice {
  id: string;
  as?: string | null;
  params?: Record<string, number | string | number[]> | null;
  filters?: Filter[] | null;
}

export interface Top {
  by?: string | null;
  limit: number;
  order?: 'desc' | 'asc' | null;
  others?: boolean | null;
}

/** One question to the service, as panels and alert rules save it: its query model beside what Grafana adds. */
export interface SwitchboardQuery extends DataQuery {
  schemaVersion?: number;
  metrics?: Array<string | MetricChoice>;
  groupBy?: string[];
  filters?: Filter[];
  interval?: string;
  format?: string;
  window?: string;
  top?: Top | null;
  compare?: string;
  share?: 'total' | 'bucket' | null;
  /** Text where a dashboard's switch decides, such as $customer_messages. */
  cumulative?: boolean | string;
  withCustomerMessages?: boolean | string;
  dropOpenBucket?: boolean | string;
  minDenominator?: number;
  /** Of annotations: only those with it. */
  tag?: string;
  /** Of records: which part of a ratio they are of, which columns, how many. */
  part?: string;
  columns?: string[];
  limit?: number;
  /** Beats the dashboard's; the backend takes it out of the query and puts it around all of them. */
  timeZone?: string;
  weekStart?: WeekStart;
}

/** The id of a metric, however it is written. */
export function metricId(metric: string | MetricChoice): string {
  return typeof metric === 'string' ? metric : metric.id;
}

/** A metric with everything that the query says of it. */
export function choiceOf(metric: string | MetricChoice): MetricChoice {
  return typeof metric === 'string' ? { id: metric } : metric;
}

/** What a metric's field is called. */
export function fieldName(metric: string | MetricChoice): string {
  const { id, as } = choiceOf(metric);
  return as || id;
}

/** What a new panel shows before anything is chosen. */
export const DEFAULT_QUERY = {
  schemaVersion: SCHEMA_VERSION,
  metrics: ['calls'],
  interval: 'auto',
  format: 'time_series',
} satisfies Partial<SwitchboardQuery>;

/** What a new alert rule watches: one number, which needs no reduce step and no step that is not over yet. */
const DEFAULT_OF_RULES = { ...DEFAULT_QUERY, interval: 'none', format: 'single' } satisfies Partial<SwitchboardQuery>;

/** A query that nobody has touched yet as it is asked there: the default one. */
export function orDefault(saved: SwitchboardQuery, app?: string): SwitchboardQuery {
  if (saved.metrics !== undefined) return saved;
  return { ...(app === CoreApp.UnifiedAlerting ? DEFAULT_OF_RULES : DEFAULT_QUERY), ...saved };
}
