import { type BoundMetric, type Fact, type ParentName, type Part } from '../catalogue/declare.js';
import { dimension, dimensions, hidesRare, isDimension } from '../catalogue/dimensions.js';
import type { Field } from '../facts/field.js';
import type { Kind } from '../facts/kind.js';
import { kinds } from '../facts/kinds.js';
import { SELF, type Source } from './compile-source.js';
import { derivedColumns } from './fact-kinds.js';

/** How a value of a record is read: decimals are exact texts, flags true or false, lists several texts. */
export type FactColumnType = 'time' | 'number' | 'decimal' | 'flag' | 'text' | 'list';

/** Something that a list of records can show. */
export interface FactColumn {
  readonly name: string;
  readonly label: string;
  readonly type: FactColumnType;
  /** Grafana's unit, where the number has one. */
  readonly unit?: string;
  /** Whether numbers can be filtered by it. */
  readonly isDimension: boolean;
  readonly sql: (source: Source) => string;
}

/** The kind of records of which a fact has every column; nothing for other subqueries. */
export function kindOf({ from, kind }: Fact): Kind | undefined {
  return kinds.get(typeof kind === 'string' ? kind : from.replace(/^fact\./, ''));
}

/** The record's kind in each row of a fact that is several; nothing where its table tells. */
export function kindColumn({ kind }: Fact): string | undefined {
  return typeof kind === 'function' ? kind(SELF) : undefined;
}

/** Whether each of the facts is one record, which can be shown. */
export function isListed(fact: Fact): boolean {
  return kindOf(fact) !== undefined || fact.kind !== undefined;
}

const TYPES: Readonly<Partial<Record<string, FactColumnType>>> = {
  timestamptz: 'time',
  text: 'text',
  int4: 'number',
  int8: 'number',
  float8: 'number',
  numeric: 'decimal',
  bool: 'flag',
  'text[]': 'list',
};

/** `firstResponseSeconds` -> First response, `error_class` -> Error class */
export function labelOf(name: string): string {
  const words = name.replace(/Seconds$/, '').replace(/_/g, ' ');
  const spaced = words.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** A column of the fact's own table under the name that records have for it; durations become seconds. */
function stored(name: string, column: string, type: string): FactColumn[] {
  const shown = TYPES[type];
  if (shown === undefined) return [];
  const read = `${SELF}."${column}"`;
  const isDuration = type === 'int8';
  const sql = isDuration ? `${read} * 0.001` : read;
  return [
    { name, label: labelOf(name), type: shown, isDimension: false, sql: () => sql, ...(isDuration && { unit: 's' }) },
  ];
}

/** What the field's columns are called beside the field: a failure's code, a place's latitude. */
const PARTS: Readonly<Record<string, string>> = {
  _amount: '',
  _text: '_text',
  _code: '_code',
  _class: '_class',
  _permanent: '_permanent',
  _lat: 'latitude',
  _lon: 'longitude',
};

function ofField(name: string, field: Field): FactColumn[] {
  const columns = field.columns(name);
  return columns.flatMap((column) => {
    if (columns.length === 1) return stored(name, column.name, column.type);
    const [suffix = ''] = /_[a-z]+$/.exec(column.name) ?? [];
    const part = PARTS[suffix];
    if (part === undefined) return [];
    return stored(part.startsWith('_') || part === '' ? name + part : part, column.name, column.type);
  });
}

function ofDimension(id: string): FactColumn {
  const many = (source: Source) => source.dimension(id);
  const label = dimension(id)?.label ?? id.replace('labels.', '');
  return { name: id, label, type: 'text', isDimension: true, sql: (source) => many(source).sql };
}

const ofParent = (name: ParentName): FactColumn => ({
  name,
  label: labelOf(name),
  type: 'text',
  isDimension: false,
  sql: (source) => source.parent(name, (alias) => `${alias}.id`),
});

const plain = (name: string, type: FactColumnType, sql: (source: Source) => string, label = labelOf(name)) =>
  ({ name, label, type, isDimension: false, sql }) satisfies FactColumn;

/** What each fact adds to the number, in the metric's unit; nothing where facts are only counted. */
function valueOf({ fact, unit, scale = 1, name }: BoundMetric, { measure: id }: Part): FactColumn[] {
  const measure = fact.measures[id];
  if (measure?.aggregate === 'overlap') {
    return [{ ...plain('value', 'number', () => 'extract(epoch from part.until - part.since)', name), unit: 's' }];
  }
  if (!measure?.of || !['sum', 'max', 'quantile'].includes(measure.aggregate)) return [];
  const of = measure.of(SELF);
  if (unit === 'currency') return [plain('value', 'decimal', () => of, name)];
  const sql = unit === 's' ? `${of} * ${scale}::numeric` : of;
  return [{ ...plain('value', 'number', () => sql, name), unit }];
}

/**
 * Everything that can be shown of the records behind a part of a metric, by name: what they say of dimensions, the fields of
 * their kind as they are stored, and what they refer to.
 */
export function factColumns(metric: BoundMetric, part: Part): Map<string, FactColumn> {
  const { fact } = metric;
  const [kind, ofEach] = [kindOf(fact), kindColumn(fact)];
  const named = Object.keys(dimensions).filter(
    (id) => isDimension(id) && Object.hasOwn(fact.dimensions, id) && !hidesRare(id),
  );
  const all = [
    ...(kind ? [...kind.fields].flatMap(([name, field]) => ofField(name, field)) : []),
    ...Object.entries(kind ? (derivedColumns[kind.name] ?? {}) : {}).flatMap(([name, [column, type]]) =>
      stored(name, column, type),
    ),
    ...named.map((id) => ({ ...ofDimension(id), ...(isMany(fact, id) && { type: 'list' as const }) })),
    ...(Object.keys(fact.parents) as ParentName[]).map(ofParent),
    ...valueOf(metric, part),
    ...(ofEach === undefined ? [] : [plain('kind', 'text', () => ofEach)]),
    plain('time', 'time', (source) => source.start, labelOf(metric.axis ?? 'time')),
    plain('id', 'text', () => `${SELF}.id`),
  ];
  return new Map(all.map((column) => [column.name, column]));
}

function isMany(fact: Fact, id: string): boolean {
  return isDimension(id) && fact.dimensions[id]?.many === true;
}

/** A tenant's own dimension. */
export const labelColumn = ofDimension;
