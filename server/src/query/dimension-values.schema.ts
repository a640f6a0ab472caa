import { z } from 'zod';
import { Filter, Moment, STORABLE, storable } from './query.schema.js';

/** Filters in an address: their JSON. */
const Filters = z
  .string()
  .max(20_000)
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.issues.push({ code: 'custom', message: 'is not JSON', input: text });
      return z.NEVER;
    }
  })
  .pipe(z.array(Filter).max(50));

export const ValuesQuery = z.strictObject({
  from: Moment.optional().describe('30 days ago where missing.'),
  to: Moment.optional().describe('Now where missing.'),
  search: z.string().max(200).refine(storable, STORABLE).optional().describe('Part of a value or its label.'),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  filters: Filters.optional().describe(
    'JSON of filters as in a query: values of facts that pass them; an optional one those that have its dimension.',
  ),
});
export type ValuesQuery = z.infer<typeof ValuesQuery>;

export const DimensionValues = z.object({
  values: z
    .array(z.object({ value: z.string(), label: z.string() }))
    .describe('Those of the range first, the most frequent before others; then those that are known otherwise.'),
  more: z.boolean().describe('Whether there are more than the limit.'),
});
export type DimensionValues = z.infer<typeof DimensionValues>;
