import { type DataFrame, type Field, FieldType, type InterpolateFunction, type ScopedVars } from '@grafana/data';
import { type Filter, type MetricChoice, SCHEMA_VERSION, type SwitchboardQuery } from './model';
import { OTHERS } from './others';

/** The query for the records behind a metric in a group. */
export function recordsOf(query: SwitchboardQuery, metric: string | MetricChoice, group: Filter[]): SwitchboardQuery {
  const { window, withCustomerMessages, timeZone, weekStart, filters = [] } = query;
  const own = typeof metric === 'string' ? metric : { ...metric, as: undefined };
  return {
    ...{ refId: 'A', schemaVersion: SCHEMA_VERSION, metrics: [own], format: 'facts', filters: [...filters, ...group] },
    ...(window && { window }),
    ...(withCustomerMessages && { withCustomerMessages }),
    ...(timeZone && { timeZone }),
    ...(weekStart && { weekStart }),
  };
}

/** A dimension's value in the row that was clicked; undefined where Grafana does not tell. */
export type Row = (dimension: Field) => string | undefined;

/** The group that a number stands for: the labels of its line, or the dimensions of its row. */
export function groupOf(field: Field, frame: DataFrame, row: Row): Filter[] {
  const lines = frame.fields.flatMap(({ labels }) => (labels ? [labels] : []));
  const labels = Object.entries(field.labels ?? {}).map(([key, value]) =>
    asFilter(
      key,
      value,
      lines.map((line) => line[key] ?? ''),
    ),
  );
  const dimensions = frame.fields
    .filter(({ type }) => type === FieldType.string)
    .flatMap((dimension) => {
      const value = row(dimension);
      return value === undefined ? [] : [asFilter(dimension.name, value, dimension.values.map(String))];
    });
  return [...labels, ...dimensions];
}

/** Others are all that are not shown. */
function asFilter(key: string, value: string, shown: string[]): Filter {
  if (value !== OTHERS) return { key, operator: '=', values: [value] };
  return { key, operator: '!=|', values: [...new Set(shown)].filter((one) => one !== OTHERS) };
}

/** The row that an internal link is of; Explore tells only what is shown for it. */
export function rowOf(scopedVars: ScopedVars): Row {
  return (dimension) => {
    const rowIndex = scopedVars.__dataContext?.value.rowIndex;
    if (rowIndex !== undefined) return String(dimension.values[rowIndex] ?? '');
    const shown = memberOf(memberOf(scopedVars.__data?.value, 'fields'), dimension.name);
    return isShown(shown) ? valueShownAs(dimension, shown.toString()) : undefined;
  };
}

/** The row that an address is built for; Grafana tells what is shown for it. */
export function rowShown(replaceVariables: InterpolateFunction): Row {
  return (dimension) => {
    const text = shownIn(dimension, 'text', replaceVariables);
    return text === undefined ? undefined : valueShownAs(dimension, text);
  };
}

/** What is shown of a field in the row that an address is built for; undefined where there is no row. */
export function shownIn(field: Field, part: 'text' | 'numeric', replaceVariables: InterpolateFunction) {
  const asked = `\${__data.fields["${field.name}"].${part}}`;
  const told = replaceVariables(asked);
  return told === asked ? undefined : told;
}

function valueShownAs(dimension: Field, text: string): string {
  return dimension.values.map(String).find((value) => value === text || textOf(dimension, value) === text) ?? text;
}

function textOf({ config }: Field, value: string): string | undefined {
  for (const mapping of config.mappings ?? []) {
    const text = memberOf(memberOf(mapping.options, value), 'text');
    if (typeof text === 'string') return text;
  }
  return undefined;
}

/** What Grafana gives without a type. */
function memberOf(holder: unknown, name: string): unknown {
  return typeof holder === 'object' && holder !== null ? Reflect.get(holder, name) : undefined;
}

/** A value as Grafana shows it: a text, or an object that becomes one. */
interface Shown {
  toString(): string;
}

function isShown(value: unknown): value is Shown {
  return value !== undefined && value !== null;
}
