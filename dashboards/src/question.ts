import type { DimensionId } from '../../server/src/catalogue/dimensions.js';
import { type MetricId, metric } from '../../server/src/catalogue/metrics.js';
import type { Filter, Query } from '../../server/src/query/query.schema.js';
import { datasource } from './datasource.js';

/** A metric with parameters of its own; `as` is what people read instead of its name. */
export interface MetricWith {
  readonly id: MetricId;
  readonly as?: string;
  /** Numbers, or the name of a board's variable. */
  readonly params?: Readonly<Record<string, number | `$${string}`>>;
  /** Instead of the metric itself, the one of its kind that the board's variable says. */
  readonly chosen?: true;
}
export type Asked = MetricId | MetricWith;

/** What a panel asks. Names that the catalogue does not know do not compile. */
export interface Question {
  readonly metrics: readonly [Asked, ...Asked[]];
  readonly groupBy?: readonly DimensionId[];
  /** Fixed filters; they replace the board's variable of the same dimension. */
  readonly only?: Readonly<Partial<Record<DimensionId, readonly string[]>>>;
  readonly format: 'time_series' | 'table' | 'single' | 'states' | 'facts' | 'heatmap';
  readonly interval?: NonNullable<Query['interval']>;
  readonly window?: NonNullable<Query['window']>;
  /** The panel's own range, where boards often show less than one of its buckets. */
  readonly days?: number;
  /** The largest groups by the first metric, the rest added up as one more. */
  readonly top?: number;
  /** The smallest instead, where small is bad. */
  readonly lowest?: true;
  /** Leaves the rest out instead. */
  readonly withoutOthers?: true;
  readonly compare?: 'previous_period' | 'previous_week' | 'previous_year';
  readonly share?: NonNullable<Query['share']>;
  /** Of records: the variable that says which part of a ratio. */
  readonly part?: `$${string}`;
  readonly limit?: number;
}

/** The board of a question, and which of its variables filter it. */
export interface Scope {
  /** Its uid. */
  readonly board: string;
  readonly dimensions: readonly DimensionId[];
  /** The switch that leaves only dialogues in which the customer wrote. */
  readonly customerMessages?: true;
}

/** Name of the switch's variable; its values are the texts true and false. */
export const CUSTOMER_MESSAGES = 'customer_messages';

/** A query as it is saved in a panel: the service's model, with variables where people choose. */
export interface Target extends Omit<Query, 'withCustomerMessages' | 'part'> {
  readonly part?: string;
  readonly datasource: typeof datasource;
  readonly withCustomerMessages?: string;
  _implementsDataqueryVariant(): void;
}

/** The metric that is asked for, whatever its parameters. */
export const idOf = (asked: Asked): MetricId => (typeof asked === 'string' ? asked : asked.id);

/** The name of its field in the answer. */
export const fieldOf = (asked: Asked): string => (typeof asked === 'string' ? asked : (asked.as ?? asked.id));

/** Whether people choose it: nothing can be said of it here. */
export const isChosen = (asked: Asked): boolean => typeof asked === 'object' && asked.chosen === true;

const has = (id: MetricId, dimension: DimensionId) => Object.hasOwn(metric(id)?.fact.dimensions ?? {}, dimension);

function filtersOf({ metrics, only = {} }: Question, { dimensions }: Scope): Filter[] {
  const fixed = Object.entries(only).map(([key, values]): Filter => ({ key, operator: '=|', values: [...values] }));
  const chosen = dimensions.filter((dimension) => !Object.hasOwn(only, dimension));
  const variables = chosen.map((key): Filter => {
    const filter: Filter = { key, operator: '=|', values: [`$${key}`] };
    return metrics.every((asked) => !isChosen(asked) && has(idOf(asked), key)) ? filter : { ...filter, optional: true };
  });
  return [...fixed, ...variables];
}

function saved(asked: Asked): Query['metrics'][number] {
  if (typeof asked === 'string') return { id: asked };
  const { id, as, params, chosen } = asked;
  return { id: chosen ? '$metric' : id, ...(as && { as }), ...(params && { params: { ...params } }) };
}

/** The saved form of a question. A variable that a metric cannot be filtered by becomes a notice, never an error. */
export function targetOf(question: Question, scope: Scope): Target {
  const { metrics, groupBy, format, interval, window, top, lowest, withoutOthers, compare, share, part, limit } =
    question;
  const ofDialogues = scope.customerMessages && metrics.every((asked) => metric(idOf(asked))?.fact.customerWrote);
  return {
    refId: 'A',
    datasource,
    schemaVersion: 1,
    metrics: metrics.map(saved),
    ...(groupBy && { groupBy: [...groupBy] }),
    filters: filtersOf(question, scope),
    format,
    ...(interval && { interval }),
    ...(window && { window }),
    ...(top && { top: { limit: top, order: lowest ? 'asc' : 'desc', others: withoutOthers !== true } }),
    ...(compare && { compare }),
    ...(share && { share }),
    ...(part && { part }),
    ...(limit && { limit }),
    ...(ofDialogues && { withCustomerMessages: `$${CUSTOMER_MESSAGES}` }),
    _implementsDataqueryVariant: () => undefined,
  };
}
