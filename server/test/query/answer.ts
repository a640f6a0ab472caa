import { dimension, type DimensionId } from '../../src/catalogue/dimensions.js';
import { type MetricId, metrics } from '../../src/catalogue/metrics.js';
import type { Answer, AnswerDimension, AnswerMetric, AnswerSeries } from '../../src/query/answer.js';

export const HOUR = 3_600_000;
export const START = Date.parse('2026-11-01T00:00:00Z');

export const metric = (id: MetricId): AnswerMetric => {
  const { name, description, unit, decimals } = metrics[id];
  return { name: id, label: name, description, unit, decimals };
};
export const by = (id: DimensionId): AnswerDimension => ({
  id,
  label: dimension(id)!.label,
  names: new Map(Object.entries(dimension(id)!.values ?? {})),
});
export const series = (group: string[], ...values: (number | null)[][]): AnswerSeries => ({ group, values });
export const answer = (given: Partial<Answer>): Answer => ({
  format: 'table',
  times: null,
  step: null,
  metrics: [metric('calls')],
  dimensions: [],
  series: [],
  compare: null,
  notices: [],
  forAlert: false,
  ...given,
});
export const hourly = { format: 'time_series', times: [START, START + HOUR, START + 2 * HOUR], step: HOUR } as const;
