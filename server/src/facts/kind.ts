import type { Column, ColumnType, ColumnValue, Field } from './field.js';
import type { Value } from './value.js';

/** Reads one merged field of a fact, null where no record gave it. */
export type ReadField = (field: string) => Value | null;

/** A column that follows from the fact's own merged fields, written together with them. */
export interface OwnColumn {
  readonly name: string;
  readonly type: ColumnType;
  /** Recomputed by a later derivation, which finds here what the fact says by itself. */
  readonly from: (read: ReadField) => ColumnValue;
}

/** One kind of record and fact, as declared in `kinds/`. */
export interface Kind {
  readonly name: string;
  /** The fields that records may hold. */
  readonly fields: ReadonlyMap<string, Field>;
  /** Those and the counted ones. */
  readonly fieldNames: readonly string[];
  /** The position of each field that records may hold in `fieldNames` and `fieldList`. */
  readonly indexOf: ReadonlyMap<string, number>;
  readonly fieldList: readonly Field[];
  /** The positions of the fields that are counted of a free text, by its name. */
  readonly countedOf: ReadonlyMap<string, readonly number[]>;
  /** The field that says when the fact counts; absent: its earliest time, else the earliest `observedAt`. */
  readonly countedAt: string | null;
  readonly own: readonly OwnColumn[];
  /** What fields of one record contradict: the field and why, or null. */
  readonly check: (read: ReadField) => { field: string; message: string } | null;
  /** A derived key that the write path overwrites, so that whoever held the fact until now can be derived anew. */
  readonly remembers: string | null;
  /** Columns of the declared fields, in their order, grouped by field. */
  readonly columnsOf: readonly (readonly Column[])[];
}

/** Every field with the same members in the same order: the runtime looks them up much faster in objects of one shape. */
const inOneShape = (field: Field): Field => ({
  schema: field.schema,
  plain: field.plain,
  merge: field.merge,
  isEventTime: field.isEventTime,
  isFreeText: field.isFreeText,
  counted: field.counted,
  ranks: field.ranks,
  refersTo: field.refersTo,
  resolve: field.resolve,
  columns: field.columns,
  split: field.split,
  join: field.join,
});

/** Declares a kind; the table is `fact.<name>`. */
export function kind(
  name: string,
  countedAt: string | null,
  declared: Readonly<Record<string, Field>>,
  rules: { own?: readonly OwnColumn[]; check?: Kind['check']; remembers?: string } = {},
): Kind {
  const fields = new Map(Object.entries(declared).filter(([, field]) => field.counted === undefined));
  const fieldNames = Object.keys(declared);
  const fieldList = Object.values(declared).map(inOneShape);
  const positions = [...fieldList.keys()];
  const texts = fieldNames.filter((_, i) => fieldList[i]?.isFreeText);
  return {
    name,
    fields,
    fieldNames,
    indexOf: new Map([...fields.keys()].map((field) => [field, fieldNames.indexOf(field)])),
    fieldList,
    countedOf: new Map(texts.map((text) => [text, positions.filter((i) => fieldList[i]?.counted?.from === text)])),
    countedAt,
    own: rules.own ?? [],
    check: rules.check ?? (() => null),
    remembers: rules.remembers ?? null,
    columnsOf: fieldNames.map((field, i) => fieldList[i]?.columns(field) ?? []),
  };
}
