import type { z } from 'zod';
import type { Plain } from './plain.js';
import type { Value } from './value.js';

/** The merge classes of records.md §2. */
export type Merge = 'earliest' | 'latest' | 'rank' | 'newest';

/** PostgreSQL types that facts are stored in. */
export type ColumnType =
  'timestamptz' | 'text' | 'int4' | 'int8' | 'float8' | 'bool' | 'numeric' | 'uuid' | 'text[]' | 'jsonb';

/** What one column holds on its way to or from PostgreSQL; timestamptz as epoch milliseconds, uuid as 32 hex digits. */
export type ColumnValue = string | number | boolean | readonly string[] | null;

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
}

/** What a value needs to know of the record that it came in. */
export interface ResolveContext {
  readonly source: string;
  /** The tenant's keyed hash of a telephone number or address: hexadecimal. */
  readonly hashPersonal: (value: string) => string;
}

/** How one field of a record is checked, merged and stored. */
export interface Field {
  readonly schema: z.ZodType;
  /** Takes a value that is plainly right; undefined where the schema has to look. */
  readonly plain?: Plain<Value> | undefined;
  readonly merge: Merge;
  /** A moment at which something happened: part of `observedAt`'s default and of the counting time's fallback. */
  readonly isEventTime: boolean;
  /** What somebody wrote, which a tenant may choose not to keep. */
  readonly isFreeText: boolean;
  /** Never sent, but counted of a free text as it is read: from which field, and how, masked and as it came. */
  readonly counted?: { readonly from: string; readonly of: (masked: string, asSent: string) => Value } | undefined;
  /** The values of a status from the lowest to the highest. */
  readonly ranks?: readonly string[] | undefined;
  /** The kind that a reference points to. */
  readonly refersTo?: string | undefined;
  /** The last step of reading, for values that depend on the record's source or the tenant's hash key. */
  readonly resolve?: ((value: unknown, context: ResolveContext) => Value) | undefined;
  readonly columns: (field: string) => readonly Column[];
  /** One value per column. */
  readonly split: (value: Value | null) => readonly ColumnValue[];
  readonly join: (columns: readonly ColumnValue[]) => Value | null;
}
