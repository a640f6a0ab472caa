import { z } from 'zod';
import { TimeZone, WEEK_STARTS } from '../tenants/tenant.schema.js';
import { intervals } from './buckets.js';
import { SCHEMA_VERSION } from './migrate.js';

const MILLISECONDS = /^-?\d{1,15}$/;
/** Nothing is asked of earlier times. */
export const EARLIEST = Date.UTC(1900, 0, 1);
const LATEST = Date.UTC(2200, 0, 1);

/** ISO 8601 with an offset, or epoch milliseconds as a number or digits; becomes epoch milliseconds. */
export const Moment = z
  .union([z.iso.datetime({ offset: true }), z.int(), z.string().regex(MILLISECONDS)], {
    error: 'must be an ISO 8601 time with an offset such as 2026-11-01T00:00:00Z, or epoch milliseconds',
  })
  .transform((given) => {
    if (typeof given === 'number') return given;
    return MILLISECONDS.test(given) ? Number(given) : Date.parse(given);
  })
  .refine((at) => at >= EARLIEST && at <= LATEST, 'must be between the years 1900 and 2200')
  .describe('ISO 8601 with an offset, or epoch milliseconds.');

export const storable = (text: string) => text.isWellFormed() && !text.includes('\0');
export const STORABLE = 'must not contain NUL or half of a surrogate pair';
const Name = z.string().min(1).max(300).refine(storable, STORABLE);
const Value = z
  .union([z.string(), z.number(), z.boolean()])
  .transform(String)
  .refine((text) => text.length <= 1000, 'must not be longer than 1000 characters')
  .refine(storable, STORABLE);

/** One of these texts. */
const oneOf = <const Values extends readonly string[]>(values: Values) =>
  z.enum(values, { error: `must be one of ${values.join(', ')}` });

export const operators = ['=', '!=', '=|', '!=|', '=~', '!~'] as const;

export const Filter = z.strictObject({
  key: Name.describe('A dimension of the catalogue, or labels.NAME.'),
  operator: oneOf(operators).describe(
    'Equal or not, to any of the values; =~ and !~ are anchored regular expressions.',
  ),
  values: z.array(Value).max(1000).describe('No values: no filter. The empty text is the unknown value.'),
  optional: z.boolean().optional().describe('Left out with a notice where a metric does not have the dimension.'),
});
export type Filter = z.infer<typeof Filter>;

const Parameter = z.union([z.number(), z.string().max(100), z.array(z.number()).max(20)]);

const MetricChoice = z.strictObject({
  id: Name.describe('A metric of the catalogue.'),
  as: Name.nullish().describe('The name of its field; the id where missing.'),
  params: z
    .record(z.string(), Parameter)
    .nullish()
    .describe("The metric's parameters; its own defaults or the tenant's settings where missing."),
  filters: z.array(Filter).max(50).nullish().describe('For this metric alone, beside those of the query.'),
});

export const formats = ['time_series', 'table', 'single', 'states', 'facts', 'heatmap'] as const;
export const windows = ['last_15m', 'last_30m', 'last_60m', 'today', 'this_year', 'all'] as const;

/** One question; the latest version of the model. */
export const Query = z.strictObject({
  refId: z.string().min(1).max(200),
  schemaVersion: z.literal(SCHEMA_VERSION, { error: `must be ${SCHEMA_VERSION}` }).nullish(),
  from: Moment.nullish().describe('Beats the range around the queries.'),
  to: Moment.nullish(),
  metrics: z
    .array(z.union([Name.transform((id) => ({ id })), MetricChoice]))
    .min(1, 'must name at least one metric')
    .max(20),
  groupBy: z.array(Name).max(6).nullish(),
  filters: z.array(Filter).max(50).nullish(),
  interval: oneOf(['auto', 'none', ...intervals])
    .nullish()
    .describe('auto for time series, none for tables.'),
  format: oneOf(formats).nullish().describe('time_series where missing.'),
  window: oneOf(windows).nullish().describe("Beats from and to; days and years are the zone's."),
  top: z
    .strictObject({
      by: Name.nullish().describe('A metric of the query; the first where missing.'),
      limit: z.int().min(1).max(1000),
      order: oneOf(['desc', 'asc']).nullish(),
      others: z.boolean().nullish().describe('Whether the rest is added up as one more group; true where missing.'),
    })
    .nullish(),
  compare: Name.nullish().describe('previous_period, previous_week, previous_year, or a duration such as 7d.'),
  cumulative: z.boolean().nullish(),
  share: oneOf(['total', 'bucket']).nullish(),
  withCustomerMessages: z.boolean().nullish().describe('Only what belongs to dialogues in which the customer wrote.'),
  part: z
    .enum(['numerator', 'denominator'])
    .nullish()
    .describe('Of facts: which part of a ratio; numerator where missing.'),
  columns: z
    .array(Name)
    .max(50)
    .nullish()
    .describe('Of facts: dimensions and fields of records; the usual ones where missing.'),
  cursor: z.string().max(500).nullish().describe('Of facts: next of the page before.'),
  limit: z
    .int()
    .min(1)
    .max(1000)
    .nullish()
    .describe(
      'Of facts: the most records of a page, 100 where missing; of states: the most operators, 50 where missing.',
    ),
  dropOpenBucket: z
    .boolean()
    .nullish()
    .describe('Only buckets that are over; else those that have begun, of which the last is open.'),
  minDenominator: z.number().min(0).nullish().describe('Ratios over less, and percentiles of fewer facts, are null.'),
  maxDataPoints: z.int().min(1).nullish(),
  fromAlert: z.boolean().nullish(),
});
export type Query = z.infer<typeof Query>;

/** The whole body; each query is looked at by itself, so that a bad one does not take the others with it. */
export const QueryBody = z.strictObject({
  timeZone: TimeZone.nullish().describe("The tenant's where missing."),
  weekStart: oneOf(WEEK_STARTS).nullish().describe("The tenant's where missing."),
  from: Moment.nullish(),
  to: Moment.nullish(),
  queries: z
    .array(z.looseObject({ refId: z.string().min(1).max(200) }))
    .min(1)
    .max(100)
    .refine(
      (queries) => new Set(queries.map(({ refId }) => refId)).size === queries.length,
      'must have different refIds',
    ),
});
export type QueryBody = z.infer<typeof QueryBody>;
