import type { BoundMetric } from '../catalogue/declare.js';
import type { ParameterName } from '../catalogue/parameters.js';
import type { WeekStart } from '../tenants/tenant.schema.js';
import type { Interval } from './buckets.js';
import type { Shift } from './compare.js';
import type { Filter, formats } from './query.schema.js';
import type { Range } from './range.js';

/** Said beside an answer. */
export interface Notice {
  readonly severity: 'info' | 'warning';
  readonly text: string;
}

/** A metric with everything that the query said of it. */
export interface AskedMetric {
  readonly id: string;
  /** The name of its field. */
  readonly as: string;
  /** What people read: `as` where the query gave one, else the metric's name. */
  readonly label: string;
  readonly definition: BoundMetric;
  /** As expressions over facts use them: milliseconds, fractions, counts. */
  readonly parameters: Readonly<Record<ParameterName, number>>;
  /** Those that the query gave, as it gave them. */
  readonly given: Readonly<Record<string, unknown>>;
  readonly filters: readonly Filter[];
}

/** A query that can be answered: names exist, limits are kept, defaults are filled in. */
export interface Question {
  readonly refId: string;
  readonly format: Exclude<(typeof formats)[number], 'states' | 'facts'>;
  readonly metrics: readonly AskedMetric[];
  /** Dimensions of the catalogue and `labels.NAME`. */
  readonly groupBy: readonly string[];
  readonly filters: readonly Filter[];
  readonly range: Range;
  readonly interval: Interval | 'none';
  readonly zone: string;
  readonly weekStart: WeekStart;
  readonly now: number;
  readonly top: {
    readonly by: AskedMetric;
    readonly limit: number;
    readonly order: 'asc' | 'desc';
    readonly others: boolean;
  } | null;
  readonly compare: Shift | null;
  readonly cumulative: boolean;
  readonly share: 'total' | 'bucket' | null;
  readonly withCustomerMessages: boolean;
  readonly dropOpenBucket: boolean;
  readonly minDenominator: number;
  readonly fromAlert: boolean;
  readonly notices: readonly Notice[];
}

/** Whether the amounts of the metric are money, which is told apart by currency. */
export function isMoney({ definition }: AskedMetric): boolean {
  return definition.unit === 'currency';
}
