import { z } from 'zod';
import { TimeZone, WEEK_STARTS } from '../tenants/tenant.schema.js';
import { Moment, Query } from './query.schema.js';

/** A query for records, with the zone beside it; or a whole body of a query with one in it. */
export const SearchBody = z.looseObject({
  timeZone: TimeZone.nullish(),
  weekStart: z.enum(WEEK_STARTS).nullish(),
  from: Moment.nullish(),
  to: Moment.nullish(),
  queries: z.array(z.looseObject({})).length(1, 'must hold one query: records are listed behind one number').optional(),
});
export type SearchBody = z.infer<typeof SearchBody>;

/** The body's JSON Schema, for the documentation. */
export const searchJsonSchema = (): Record<string, unknown> =>
  z.toJSONSchema(
    Query.omit({ refId: true }).extend({ timeZone: TimeZone.nullish(), weekStart: z.enum(WEEK_STARTS).nullish() }),
    { io: 'input', unrepresentable: 'any', target: 'openapi-3.0' },
  );

/** A page of records, the newest first. */
export const SearchAnswer = z.object({
  rows: z
    .array(z.record(z.string(), z.unknown()))
    .describe('By column: times in ISO 8601, money as decimal texts, null for what is not known.'),
  next: z.string().nullable().describe('The cursor of the next page; null on the last.'),
});
export type SearchAnswer = z.infer<typeof SearchAnswer>;
