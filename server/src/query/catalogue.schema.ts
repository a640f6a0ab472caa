import { z } from 'zod';
import { additivity, type BoundMetric, overTime, parametersOf } from '../catalogue/declare.js';
import { dimension, dimensions, isDimension } from '../catalogue/dimensions.js';
import { metrics } from '../catalogue/metrics.js';
import { boundsOf, parameter, parameterNames, type TenantParameter } from '../catalogue/parameters.js';
import { intervals } from './buckets.js';
import { factColumns, isListed } from './compile-fact-columns.js';
import { defaultOf } from './parameters.js';
import { limits } from './range.js';
import { dimensionsOf } from './validate.js';

const CatalogueMetric = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  unit: z.string().describe("Grafana's unit; `currency` where the answer's currency decides."),
  decimals: z.int(),
  direction: z.enum(['up', 'down', 'neutral']).describe('Which way is good.'),
  additivity: z.enum(['additive', 'ratio', 'distinct', 'sketch', 'max', 'gauge']),
  aggregation: z
    .enum(['sum', 'ratio', 'distinct', 'recomputed', 'max', 'at_end', 'avg'])
    .describe('How several buckets become one.'),
  timeAxis: z.string().nullable().describe('The time by which it counts; null for a state of this moment.'),
  grain: z.string().nullable().describe('The shortest interval it can be cut into.'),
  parameters: z.array(z.string()),
  defaults: z
    .record(z.string(), z.number())
    .describe("What its parameters are where a query does not say: the metric's own value, else the tenant's setting."),
  dimensions: z.array(z.string()),
  facts: z.string().describe('What it is counted from: one of `facts`.'),
});

const CatalogueFacts = z.object({
  name: z.string(),
  columns: z.array(z.string()).describe('What a list of them can show; empty where they are no records of their own.'),
  withCustomerMessages: z.boolean().describe('Whether they can be narrowed to dialogues in which the customer wrote.'),
  multiValued: z
    .array(z.string())
    .describe(
      'Dimensions of which one of them may have several values: it counts in each, so groups are more than the total.',
    ),
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
  parameters: z.array(
    z.object({
      id: z.string(),
      description: z.string(),
      unit: z.enum(['seconds', 'percent', 'count']),
      bounds: z.string().describe('What it must be, in words.'),
      min: z.number(),
      max: z.number(),
      exclusive: z.boolean().describe('Whether it may be neither min nor max itself.'),
      whole: z.boolean(),
    }),
  ),
  facts: z.array(CatalogueFacts),
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

/** What metrics are counted from, each once; those of one name have the same columns. */
function toFacts(): Catalogue['facts'] {
  const all = new Map(Object.values<BoundMetric>(metrics).map((metric) => [metric.fact.noun, metric]));
  return [...all].map(([name, metric]) => ({
    name,
    columns: isListed(metric.fact) ? [...factColumns(metric, metric.numerator).keys()] : [],
    withCustomerMessages: metric.fact.customerWrote !== undefined,
    multiValued: dimensionsOf(metric.fact).filter((id) => isDimension(id) && metric.fact.dimensions[id]?.many),
  }));
}

/** Everything that can be asked for, by a tenant of these settings. */
export function toCatalogue(settings: Readonly<Record<TenantParameter, number>>): Catalogue {
  return {
    metrics: Object.entries<BoundMetric>(metrics).map(([id, metric]) => {
      const names = parametersOf(metric);
      return {
        id,
        name: metric.name,
        description: metric.description,
        unit: metric.unit,
        decimals: metric.decimals,
        direction: metric.direction,
        additivity: additivity(metric),
        aggregation: overTime(metric),
        timeAxis: metric.axis,
        grain: metric.axis === null ? null : intervals[0],
        parameters: names,
        defaults: Object.fromEntries(names.map((name) => [name, defaultOf(metric, name, settings)])),
        dimensions: dimensionsOf(metric.fact),
        facts: metric.fact.noun,
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
    parameters: parameterNames.map((id) => {
      const { description, unit, min, max, exclusive = false, whole = false } = parameter(id);
      return { id, description, unit, bounds: boundsOf(id), min, max, exclusive, whole };
    }),
    facts: toFacts(),
    intervals: [...intervals],
    limits: { ...limits },
  };
}
