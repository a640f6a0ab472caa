import type { Notice } from './question.js';

/** A column of numbers, as people see it. */
export interface AnswerMetric {
  /** The technical name of its fields. */
  readonly name: string;
  readonly label: string;
  readonly description: string;
  /** Grafana's unit; `currency` where the group's currency decides. */
  readonly unit: string;
  readonly decimals: number;
}

/** A column of group values, as people see it. */
export interface AnswerDimension {
  readonly id: string;
  readonly label: string;
  /** What people call the values, where that is not the value itself. */
  readonly names: ReadonlyMap<string, string>;
}

/** The numbers of one group: for each metric one per bucket, one in all where there are no buckets. */
export interface AnswerSeries {
  /** One value per dimension. */
  readonly group: readonly string[];
  readonly values: readonly (readonly (number | null)[])[];
  /** The same for the range that it is compared with. */
  readonly earlier?: readonly (readonly (number | null)[])[];
}

/** Everything that a frame shows, told in words of people, not of the database. */
export interface Answer {
  readonly format: 'time_series' | 'table' | 'single' | 'heatmap';
  /** The beginnings of the buckets, epoch milliseconds; null for one number per group. */
  readonly times: readonly number[] | null;
  /** The length of the longest bucket, milliseconds. */
  readonly step: number | null;
  readonly metrics: readonly AnswerMetric[];
  readonly dimensions: readonly AnswerDimension[];
  readonly series: readonly AnswerSeries[];
  readonly compare: { readonly id: string; readonly label: string } | null;
  /** What was counted, in words. */
  readonly executed?: string;
  readonly notices: readonly Notice[];
  /** Whether an alert rule reads it, which knows one number a row and takes one that is null for an instance without data. */
  readonly forAlert: boolean;
}
