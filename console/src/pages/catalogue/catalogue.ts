/** A metric's definition, as `GET /api/v1/catalogue` tells it. */
export interface Metric {
  id: string;
  name: string;
  description: string;
  unit: 'locale' | 'none' | 's' | 'cps' | 'percent' | 'currency';
  decimals: number;
  direction: 'up' | 'down' | 'neutral';
  additivity: 'additive' | 'ratio' | 'distinct' | 'sketch' | 'max' | 'gauge';
  aggregation: 'sum' | 'ratio' | 'distinct' | 'recomputed' | 'max' | 'at_end' | 'avg';
  /** null: a state of the moment of asking. */
  timeAxis: string | null;
  parameters: string[];
  /** What parameters are where a query does not say: the metric's own values, else the tenant's settings. */
  defaults: Record<string, number>;
  dimensions: string[];
}

export interface Dimension {
  id: string;
  label: string;
  description: string | null;
}

export interface Parameter {
  id: string;
  description: string;
  unit: 'seconds' | 'percent' | 'count';
  /** What it must be, in words. */
  bounds: string;
}

/** All that can be asked for. */
export interface Catalogue {
  metrics: Metric[];
  dimensions: Dimension[];
  parameters: Parameter[];
  intervals: Interval[];
}

export type Interval = '1m' | '5m' | '15m' | '1h' | '1d' | '1w' | '1M' | '1y';
