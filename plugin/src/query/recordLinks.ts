import {
  CoreApp,
  type DataFrame,
  type DataLink,
  type DataQueryRequest,
  type Field,
  FieldType,
  type ScopedVars,
} from '@grafana/data';
import { t } from '@grafana/i18n';
import { config } from '@grafana/runtime';
import { fieldName, type Filter, type MetricChoice, SCHEMA_VERSION, type SwitchboardQuery } from './model';
import { OTHERS } from './others';

/** Where the records are asked for. */
interface Source {
  uid: string;
  name: string;
}

/** Who asks. Grafana gives a board that was never saved the uid null. */
interface Asking extends Pick<DataQueryRequest, 'app'> {
  dashboardUID?: string | null;
}

/** Grafana says it as text. */
const EXPLORE: string = CoreApp.Explore;
const MAY_EXPLORE = 'datasources:explore';
const OWN_BOARDS = 'switchboard-';
const WITH_NUMBERS = new Set([undefined, 'time_series', 'table', 'single']);

/**
 * Whether numbers get links of their own: in Explore, and on boards for those who may use it. Switchboard's own boards lead
 * to records by links that they bring.
 */
export function leadsToRecords({ app, dashboardUID }: Asking): boolean {
  if (app === EXPLORE) return true;
  const mayExplore = config.exploreEnabled && config.bootData?.user?.permissions?.[MAY_EXPLORE] === true;
  return mayExplore && dashboardUID !== undefined && !dashboardUID?.startsWith(OWN_BOARDS);
}

/**
 * Frames whose numbers lead to the records behind them, in Explore. Numbers of an earlier range and those made of several
 * others lead nowhere.
 * @param asked the queries as the service was asked them
 */
export function withRecordLinks(frames: DataFrame[], asked: SwitchboardQuery[], source: Source): DataFrame[] {
  return frames.map((frame) => {
    const query = asked.find(({ refId }) => refId === frame.refId);
    if (query === undefined || !WITH_NUMBERS.has(query.format)) return frame;
    return { ...frame, fields: frame.fields.map((field) => linked(field, frame, query, source)) };
  });
}

function linked(field: Field, frame: DataFrame, query: SwitchboardQuery, source: Source): Field {
  const metric = query.metrics?.find((one) => fieldName(one) === field.name);
  if (field.type !== FieldType.number || metric === undefined || field.labels?.compare !== undefined) return field;
  const link: DataLink<SwitchboardQuery> = {
    title: t('editor.records-link', 'Records behind this number'),
    url: '',
    internal: {
      datasourceUid: source.uid,
      datasourceName: source.name,
      query: ({ scopedVars }) => recordsOf(query, metric, groupOf(field, frame, scopedVars)),
    },
  };
  return { ...field, config: { ...field.config, links: [...(field.config.links ?? []), link] } };
}

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

/** The group that a number stands for: the labels of its line, or the dimensions of its row. */
function groupOf(field: Field, frame: DataFrame, scopedVars: ScopedVars): Filter[] {
  const lines = frame.fields.flatMap(({ labels }) => (labels ? [labels] : []));
  const labels = Object.entries(field.labels ?? {}).map(([key, value]) =>
    asFilter(
      key,
      value,
      lines.map((line) => line[key] ?? ''),
    ),
  );
  const row = frame.fields
    .filter(({ type }) => type === FieldType.string)
    .flatMap((dimension) => {
      const value = valueInRow(dimension, scopedVars);
      return value === undefined ? [] : [asFilter(dimension.name, value, dimension.values.map(String))];
    });
  return [...labels, ...row];
}

/** Others are all that are not shown. */
function asFilter(key: string, value: string, shown: string[]): Filter {
  if (value !== OTHERS) return { key, operator: '=', values: [value] };
  return { key, operator: '!=|', values: [...new Set(shown)].filter((one) => one !== OTHERS) };
}

/** A dimension's value in the row that was clicked; Explore tells only what is shown for it. */
function valueInRow(dimension: Field, scopedVars: ScopedVars): string | undefined {
  const rowIndex = scopedVars.__dataContext?.value.rowIndex;
  if (rowIndex !== undefined) return String(dimension.values[rowIndex] ?? '');
  const shown = memberOf(memberOf(scopedVars.__data?.value, 'fields'), dimension.name);
  if (!isShown(shown)) return undefined;
  const text = shown.toString();
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
