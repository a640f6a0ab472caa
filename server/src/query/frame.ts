import { OTHERS, UNKNOWN } from '../catalogue/dimensions.js';
import type { Answer, AnswerDimension, AnswerMetric, AnswerSeries } from './answer.js';
import { unitOf } from './unit.js';

/** A field of a frame as Grafana's decoder takes it: type and nullability told, integers without a fraction. */
export interface Field {
  name: string;
  type: 'time' | 'number' | 'string';
  typeInfo: { frame: 'time.Time' | 'float64' | 'string'; nullable: boolean };
  labels?: Record<string, string>;
  config: Record<string, unknown>;
}

/** Grafana's data frame; `schema` stands before `data` because its decoder reads in this order. */
export interface Frame {
  schema: { meta: Record<string, unknown>; fields: Field[] };
  data: { values: unknown[][] };
}

interface Column {
  readonly field: Field;
  readonly values: readonly unknown[];
}

type FrameType =
  'timeseries-wide' | 'timeseries-multi' | 'timeseries-long' | 'numeric-wide' | 'numeric-long' | 'heatmap-rows';

/** More series than these go into a frame each. */
const WIDE_SERIES = 100;

/** The frames of an answer. No data is a typed frame without fields: with empty fields an alert rule would be at peace. */
export function frames(answer: Answer): Frame[] {
  switch (answer.format) {
    case 'single':
      return [frame(answer, 'numeric-wide', numberColumns(answer))];
    case 'table':
      return [answer.times ? longOverTime(answer, answer.times) : long(answer)];
    case 'heatmap':
      return [wide(answer, 'heatmap-rows', numberColumns(answer))];
    case 'time_series': {
      const columns = numberColumns(answer);
      return columns.length > WIDE_SERIES ? multi(answer, columns) : [wide(answer, 'timeseries-wide', columns)];
    }
  }
}

function frame({ executed, notices }: Answer, type: FrameType, columns: readonly Column[], first = true): Frame {
  const told = first
    ? { ...(executed && { executedQueryString: executed }), ...(notices.length > 0 && { notices }) }
    : {};
  return {
    schema: { meta: { type, typeVersion: [0, 1], ...told }, fields: columns.map(({ field }) => field) },
    data: { values: columns.map(({ values }) => [...values]) },
  };
}

function wide(answer: Answer, type: FrameType, columns: readonly Column[]): Frame {
  return frame(answer, type, columns.length > 0 ? [timeColumn(answer, answer.times ?? []), ...columns] : []);
}

/** A frame for each series, with its own times: nothing is sent for buckets that have no number. */
function multi(answer: Answer, columns: readonly Column[]): Frame[] {
  const { times } = answer;
  return columns.map(({ field, values }, index) => {
    const some = values.flatMap((value, bucket) => (value === null ? [] : [bucket]));
    const time = timeColumn(
      answer,
      some.map((bucket) => times?.[bucket] ?? 0),
    );
    return frame(
      answer,
      'timeseries-multi',
      [time, { field, values: some.map((bucket) => values[bucket]) }],
      index === 0,
    );
  });
}

function timeColumn({ step }: Answer, times: readonly number[]): Column {
  const config = step === null ? {} : { interval: step };
  return {
    field: { name: 'time', type: 'time', typeInfo: { frame: 'time.Time', nullable: false }, config },
    values: times,
  };
}

/** A field for each number of each group, labelled with the group. */
function numberColumns(answer: Answer): Column[] {
  const { metrics, series, compare, forAlert } = answer;
  const now = metrics.flatMap((metric, index) =>
    series.map((one) => ({ field: labelled(answer, metric, one), values: one.values[index] ?? [] })),
  );
  const before = compare
    ? metrics.flatMap((metric, index) =>
        series.map((one) => ({ field: labelled(answer, metric, one, compare), values: one.earlier?.[index] ?? [] })),
      )
    : [];
  return [...now, ...before].filter(({ values }) => !forAlert || values.some((value) => value !== null));
}

function labelled(answer: Answer, metric: AnswerMetric, { group }: AnswerSeries, compare?: Answer['compare']): Field {
  const { dimensions, metrics } = answer;
  const labels = Object.fromEntries([
    ...dimensions.map(({ id }, index) => [id, group[index] ?? '']),
    ...(compare ? [['compare', compare.id]] : []),
  ]) as Record<string, string>;
  const names = dimensions.map((dimension, index) => nameOf(dimension, group[index] ?? ''));
  const said = [...(metrics.length > 1 || names.length === 0 ? [metric.label] : []), ...names].join(' ');
  const field = number(
    metric,
    unitOf(metric.unit, currencies(dimensions, [group])),
    compare ? `${said} (${compare.label})` : said,
  );
  return Object.keys(labels).length > 0 ? { ...field, labels } : field;
}

function number({ name, description, decimals }: AnswerMetric, unit: string, label: string): Field {
  const config = { displayNameFromDS: label, description, unit, decimals };
  return { name, type: 'number', typeInfo: { frame: 'float64', nullable: true }, config };
}

function currencies(dimensions: readonly AnswerDimension[], groups: readonly (readonly string[])[]): string[] {
  const index = dimensions.findIndex(({ id }) => id === 'currency');
  return [...new Set(groups.map((group) => group[index] ?? ''))];
}

function nameOf({ names }: AnswerDimension, value: string): string {
  return names.get(value) ?? (value === '' ? UNKNOWN : value);
}

interface Row extends AnswerSeries {
  readonly time?: number;
}

function long(answer: Answer): Frame {
  const rows = readable(answer, answer.series);
  return frame(answer, 'numeric-long', rows.length > 0 ? tableColumns(answer, rows) : []);
}

/** A row for each bucket of each group, the earliest first. */
function longOverTime(answer: Answer, times: readonly number[]): Frame {
  const each = times.flatMap((time, bucket) =>
    answer.series.map(({ group, values, earlier }): Row => {
      const at = (all: AnswerSeries['values']) => all.map((one) => [one[bucket] ?? null]);
      return { time, group, values: at(values), ...(earlier && { earlier: at(earlier) }) };
    }),
  );
  const rows = readable(answer, each);
  const time = timeColumn(
    answer,
    rows.map(({ time: start }) => start ?? 0),
  );
  return frame(answer, 'timeseries-long', rows.length > 0 ? [time, ...tableColumns(answer, rows)] : []);
}

/** The rows that whoever asked can make something of. */
function readable<T extends Row>({ forAlert }: Answer, rows: readonly T[]): readonly T[] {
  return forAlert ? rows.filter(({ values }) => values.some(([value]) => value != null)) : rows;
}

function tableColumns({ dimensions, metrics, compare, forAlert }: Answer, rows: readonly Row[]): Column[] {
  const used = currencies(
    dimensions,
    rows.map(({ group }) => group),
  );
  const numbers = (
    metric: AnswerMetric,
    index: number,
    of: (row: Row) => AnswerSeries['values'] | undefined,
    label: string,
  ) => ({
    field: number(metric, unitOf(metric.unit, used), label),
    values: rows.map((row) => of(row)?.[index]?.[0] ?? null),
  });
  return [
    ...dimensions.flatMap((dimension, index) =>
      dimensionColumns(
        dimension,
        rows.map(({ group }) => group[index] ?? ''),
        forAlert,
      ),
    ),
    ...metrics.map((metric, index) => numbers(metric, index, ({ values }) => values, metric.label)),
    ...(compare
      ? metrics.map((metric, index) => {
          const named = { ...metric, name: `${metric.name}_${compare.id}` };
          return numbers(named, index, ({ earlier }) => earlier, `${metric.label} (${compare.label})`);
        })
      : []),
  ];
}

function dimensionColumns(dimension: AnswerDimension, values: readonly string[], forAlert: boolean): Column[] {
  const { id, label } = dimension;
  const options = Object.fromEntries(
    [...new Set(values)].flatMap((value) => {
      const text = nameOf(dimension, value);
      return text === value || value === OTHERS ? [] : [[value, { text }]];
    }),
  );
  const mappings = Object.keys(options).length > 0 ? { mappings: [{ type: 'value', options }] } : {};
  const config = { displayNameFromDS: label, filterable: true, ...mappings };
  const column: Column = {
    field: { name: id, type: 'string', typeInfo: { frame: 'string', nullable: true }, config },
    values,
  };
  if (id !== 'location' || forAlert) return [column];
  return [column, coordinate('latitude', 0, values), coordinate('longitude', 1, values)];
}

/** What a map needs of the text "latitude,longitude". */
function coordinate(name: string, part: 0 | 1, places: readonly string[]): Column {
  const config = { displayNameFromDS: name === 'latitude' ? 'Latitude' : 'Longitude', decimals: 1 };
  const values = places.map((place) => {
    const degrees = place.split(',')[part];
    return degrees === undefined || degrees === '' || Number.isNaN(Number(degrees)) ? null : Number(degrees);
  });
  return { field: { name, type: 'number', typeInfo: { frame: 'float64', nullable: true }, config }, values };
}
