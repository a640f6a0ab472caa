import { z } from 'zod';
import { additivity } from '../catalogue/declare.js';
import { dimension, dimensions } from '../catalogue/dimensions.js';
import { metrics } from '../catalogue/metrics.js';
import { intervals } from './buckets.js';
import { limits } from './range.js';
import { dimensionsOf } from './validate.js';

const CatalogueMetric = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  unit: z.string().describe("Grafana's unit; `currency` where the answer's currency decides."),
  decimals: z.int(),
  direction: z.enum(['up', 'down', 'neutral']).describe('Which way is good.'),
  additivity: z.enum(['additive', 'ratio', 'distinct', 'gauge']),
  aggregation: z.enum(['sum', 'ratio', 'distinct', 'at_end']).describe('How several buckets become one.'),
  timeAxis: z.string().nullable().describe('The time by which it counts; null for a state of this moment.'),
  grain: z.string().nullable().describe('The shortest interval it can be cut into.'),
  parameters: z.array(z.string()),
  dimensions: z.array(z.string()),
});

export const Catalogue = z.object({
  metrics: z.array(CatalogueMetric),
  dimensions: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      description: z.string().nullable(),
      values: z
        .array(z.object({ value: z.string(), label: z.string() }))
        .describe('Those that the product itself knows.'),
    }),
  ),
  intervals: z.array(z.string()),
  limits: z.object({
    points: z.int().describe('The most buckets of a series.'),
    series: z.int().describe('The most groups; more become the top ones and others.'),
    subDayDays: z.int().describe('The longest range of intervals below a day, days.'),
    minuteDays: z.int().describe('The longest range of intervals below 15 minutes, days.'),
    cells: z.int().describe('The most numbers of one query.'),
  }),
});
export type Catalogue = z.infer<typeof Catalogue>;

const AGGREGATION = { additive: 'sum', ratio: 'ratio', distinct: 'distinct', gauge: 'at_end' } as const;

/** Everything that can be asked for. */
export function toCatalogue(): Catalogue {
  return {
    metrics: Object.entries(metrics).map(([id, metric]) => {
      const parts = [metric.numerator, metric.denominator];
      return {
        id,
        name: metric.name,
        description: metric.description,
        unit: metric.unit,
        decimals: metric.decimals,
        direction: metric.direction,
        additivity: additivity(metric),
        aggregation: AGGREGATION[additivity(metric)],
        timeAxis: metric.axis,
        grain: metric.axis === null ? null : intervals[0],
        parameters: [
          ...new Set(parts.flatMap((part) => (part && metric.fact.measures[part.measure]?.parameters) ?? [])),
        ],
        dimensions: dimensionsOf(metric.fact),
      };
    }),
    dimensions: Object.keys(dimensions).map((id) => {
      const { label = id, description = null, values = {} } = dimension(id) ?? {};
      return {
        id,
        label,
        description,
        values: Object.entries(values).map(([value, name]) => ({ value, label: name })),
      };
    }),
    intervals: [...intervals],
    limits: { ...limits },
  };
}
