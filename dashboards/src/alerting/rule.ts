import type { DimensionId } from '../../../server/src/catalogue/dimensions.js';
import type { MetricId } from '../../../server/src/catalogue/metrics.js';
import type { Filter, Query } from '../../../server/src/query/query.schema.js';

/** How often a group of rules is looked at, and in which order its file lists them. */
export const intervals = { now: 60, rates: 120, slow: 300 } as const;
export type Pace = keyof typeof intervals;

/** What a rule does where its query has no number. */
export type NoDataState = 'OK' | 'Alerting' | 'NoData' | 'KeepLast';
/** What a rule does where its query fails. */
export type ErrorState = 'OK' | 'Alerting' | 'Error' | 'KeepLast';

/** The one number that a rule watches. */
export interface Watched {
  readonly metric: MetricId;
  readonly groupBy?: readonly DimensionId[];
  readonly filters?: readonly Filter[];
  readonly window?: NonNullable<Query['window']>;
  /** How far back it is counted, minutes. */
  readonly minutes: number;
  /** How long facts are left to come to their end before they are judged, minutes: the range ends so long ago. */
  readonly settling?: number;
  /** Of less, a ratio says nothing. */
  readonly minDenominator?: number;
}

/** One alert rule, as its file declares it. */
export interface AlertRule {
  /** Never changes: the end of its uid, and the name of its runbook where that has no other. */
  readonly name: string;
  readonly title: string;
  readonly pace: Pace;
  readonly severity: 'critical' | 'warning';
  readonly watches: Watched;
  readonly limit: { readonly side: 'above' | 'below'; readonly value: number };
  /** For how many minutes the limit must be passed. */
  readonly for: number;
  readonly noData: NoDataState;
  readonly error: ErrorState;
  readonly runbook?: string;
  /** Where the number is drawn: a board's uid and the title of a panel of it. */
  readonly panel: readonly [board: string, title: string];
  /** One line for lists; the group is named in it. */
  readonly summary: string;
  /** Sentences with the value. */
  readonly description: string;
}

// Without dollar signs, which the provisioning of some versions of Grafana takes for variables of the environment.
/** The group of an alert, in its texts; what nobody gave is the empty text. */
export const group = (dimension: DimensionId): string => `{{ or .Labels.${dimension} "unknown" }}`;
/** The number of an alert, in its texts. */
export const value = (digits = 0): string => `{{ printf "%.${digits}f" .Values.A.Value }}`;
/** The same as hours, minutes and seconds. */
export const duration = '{{ humanizeDuration .Values.A.Value }}';
