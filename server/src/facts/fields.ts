import { z } from 'zod';
import type { ColumnType, ColumnValue, Field, Merge } from './field.js';
import { keyOf } from './key.js';
import { checkedText, maskedText, parseMoney, parseSeconds, parseTime } from './parse.js';
import { type Plain, plainFlag, plainFreeText, plainText, plainTime, plainWhole, plainWord } from './plain.js';
import type { ErrorInfo, Location, Money, Value } from './value.js';

/**
 * `talkSeconds` -> `talk_ms`, `startedAt` -> `started_at`; a field called `at` is stored as `happened_at`, because the
 * column `at` is every fact's counting time.
 */
function columnName(field: string): string {
  if (field === 'at') return 'happened_at';
  const stem = field.replace(/Seconds$/, 'Ms');
  return stem.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function single(type: ColumnType, schema: z.ZodType, plain?: Plain<Value>, merge: Merge = 'newest'): Field {
  return {
    schema,
    ...(plain && { plain }),
    merge,
    isEventTime: false,
    isFreeText: false,
    columns: (field) => [{ name: columnName(field), type }],
    split: (value) => [value as ColumnValue],
    join: ([value]) => value ?? null,
  };
}

const moment = z.union([z.string(), z.number()]).transform(parseTime);

/** A moment: ISO 8601 with an offset, or integer epoch milliseconds. */
export const time = (merge: 'earliest' | 'latest' | 'newest'): Field => ({
  ...single('timestamptz', moment, plainTime, merge),
  isEventTime: true,
});

/** A moment that is planned, not one at which something happened. */
export const plannedTime = (): Field => single('timestamptz', moment, plainTime);

/** Any Unicode text without NUL and lone surrogates, 1 to `max` characters. */
export const text = (max = 200): Field => single('text', z.string().transform(checkedText(max)), plainText(max));

/** One of a closed list of words. */
export const word = (values: readonly [string, ...string[]]): Field =>
  single('text', z.enum(values), plainWord(values));

/** A status that never moves backwards: the words from the lowest to the highest. */
export const rank = (values: readonly [string, ...string[]]): Field => ({
  ...single('text', z.enum(values), plainWord(values), 'rank'),
  ranks: values,
});

/** A whole number between `min` and `max`. */
export const whole = (min: number, max: number): Field =>
  single('int4', z.int().min(min).max(max), plainWhole(min, max));

export const flag = (): Field => single('bool', z.boolean(), plainFlag);

/** Seconds outside, whole milliseconds inside. */
export const seconds = (): Field => single('int8', z.number().transform(parseSeconds));

/** A short list of dimension values; the list is replaced as a whole. */
export const texts = (): Field => single('text[]', z.array(z.string().transform(checkedText(200))).max(100));

/** What somebody wrote, 1 to `max` characters; masked as soon as it is read, before anything is compared or stored. */
export const freeText = (max: number): Field => ({
  ...single('text', z.string().transform(maskedText(max)), plainFreeText(max)),
  isFreeText: true,
});

/** What is counted of a free text as it is read, and stays where the text is not kept (records.md §1); never sent itself. */
export const counted = (
  type: 'text' | 'int4',
  from: string,
  of: (masked: string, asSent: string) => string | number,
): Field => ({ ...single(type, z.never()), counted: { from, of } });

/** A telephone number or address of a person: only its keyed hash is kept. */
export const personal = (): Field => ({
  ...single('text', z.string().transform(checkedText(320)), plainText(320)),
  resolve: (value, { hashPersonal }) => hashPersonal(String(value)),
});

/** An id in the same source, or `{ source, id }`. */
export interface Reference {
  source: string;
  id: string;
}

const reference = z.union([
  z.string().transform(checkedText(200)),
  z.strictObject({ source: z.string().transform(checkedText(200)), id: z.string().transform(checkedText(200)) }),
]);

/** The thing that a reference names, once the record's own source is known. */
export function referred(value: unknown, source: string): Reference {
  return typeof value === 'string' ? { source, id: value } : (value as Reference);
}

/** A reference to another fact; stored as the key it points to. */
export const ref = (kind: string): Field => ({
  ...single('uuid', reference, plainText(200)),
  refersTo: kind,
  columns: (field) => [{ name: `${columnName(field)}_k`, type: 'uuid' }],
  resolve: (value, { source }) => {
    const target = referred(value, source);
    return keyOf(target.source, target.id);
  },
});

/** `{ amount, currency }`, an exact decimal string. */
export const money = (): Field => ({
  schema: z.strictObject({ amount: z.string(), currency: z.string() }).transform(parseMoney),
  merge: 'newest',
  isEventTime: false,
  isFreeText: false,
  columns: (field) => [
    { name: `${columnName(field)}_amount`, type: 'numeric' },
    { name: `${columnName(field)}_currency`, type: 'text' },
  ],
  split: (value) => {
    const cost = value as Money | null;
    return [cost?.amount ?? null, cost?.currency ?? null];
  },
  join: ([amount, currency]) =>
    typeof amount === 'string' && typeof currency === 'string' ? { amount, currency } : null,
});

const rounded = (limit: number) =>
  z
    .number()
    .min(-limit)
    .max(limit)
    .transform((degrees) => Math.round(degrees * 10) / 10 + 0);

/** A place, rounded to 0.1 degrees as soon as it is read. */
export const place = (): Field => ({
  schema: z.strictObject({ lat: rounded(90), lon: rounded(180) }).transform(({ lat, lon }) => ({ lat, lon })),
  merge: 'newest',
  isEventTime: false,
  isFreeText: false,
  columns: (field) => [
    { name: `${columnName(field)}_lat`, type: 'float8' },
    { name: `${columnName(field)}_lon`, type: 'float8' },
  ],
  split: (value) => {
    const point = value as Location | null;
    return [point?.lat ?? null, point?.lon ?? null];
  },
  join: ([lat, lon]) => (typeof lat === 'number' && typeof lon === 'number' ? { lat, lon } : null),
});

/** `{ code, class, permanent, text }`: why an attempt failed. */
export const failure = (): Field => ({
  schema: z
    .strictObject({
      code: z.string().transform(checkedText(200)).optional(),
      class: z.string().transform(checkedText(200)).optional(),
      permanent: z.boolean().optional(),
      text: z.string().transform(maskedText(2000)).optional(),
    })
    .refine((error) => Object.keys(error).length > 0, 'an error needs a code, a class or a text')
    .transform((error): ErrorInfo => ({
      code: error.code ?? null,
      class: error.class ?? null,
      permanent: error.permanent ?? null,
      text: error.text ?? null,
    })),
  merge: 'newest',
  isEventTime: false,
  isFreeText: false,
  columns: (field) => [
    { name: `${columnName(field)}_code`, type: 'text' },
    { name: `${columnName(field)}_class`, type: 'text' },
    { name: `${columnName(field)}_permanent`, type: 'bool' },
    { name: `${columnName(field)}_text`, type: 'text' },
  ],
  split: (value) => {
    const error = value as ErrorInfo | null;
    return [error?.code ?? null, error?.class ?? null, error?.permanent ?? null, error?.text ?? null];
  },
  join: ([code, errorClass, permanent, description]) => {
    const joined = { code, class: errorClass, permanent, text: description };
    return Object.values(joined).every((part) => part === null) ? null : (joined as ErrorInfo);
  },
});
