import { z } from 'zod';
import type { Field } from './field.js';
import { flag, referred, text, time } from './fields.js';
import { keyOf } from './key.js';
import type { Kind } from './kind.js';
import { kinds } from './kinds.js';
import { checkedText } from './parse.js';
import type { Value } from './value.js';

/** A thing that a record points to; it may arrive later, or never. */
export interface ReferredFact {
  readonly kind: string;
  readonly k: string;
  readonly source: string;
  readonly id: string;
}

/** A record that passed every check, its values in the form in which they are merged and stored. */
export interface ParsedRecord {
  readonly kind: Kind;
  readonly k: string;
  readonly source: string;
  readonly id: string;
  /** Epoch milliseconds at which the sender knew this. */
  readonly observedAt: number;
  readonly correct: boolean;
  readonly deleted: boolean | null;
  /** The fields that it has, as indexes of the kind's. */
  readonly indexes: readonly number[];
  /** Their values; null clears a field in a correction. */
  readonly values: readonly (Value | null)[];
  readonly labels: readonly (readonly [string, string | null])[];
  readonly references: readonly ReferredFact[];
}

/** Why a record was refused: a code for programs, the field, and a sentence for people. */
export interface Rejection {
  readonly code: 'not_an_object' | 'unknown_kind' | 'unknown_field' | 'missing_field' | 'invalid_field';
  readonly field?: string;
  readonly message: string;
}

/** What reading a record depends on besides the record. */
export interface ReadContext {
  /** Used where the record names no source: the key's, or the import's. */
  readonly source: string;
  /** Arrival, epoch milliseconds. */
  readonly now: number;
  readonly hashPersonal: (value: string) => string;
  /** Whether the tenant keeps what people wrote, masked; else it is dropped here. */
  readonly keepTexts: boolean;
  /** Names a record without an id by its content and its ordinal among equal ones. */
  readonly nameless: (record: unknown) => string;
}

const name = z.string().transform(checkedText(200));
const labels = z
  // z.record would leave this key out in silence.
  .custom<unknown>((given) => typeof given !== 'object' || given === null || !Object.hasOwn(given, '__proto__'), {
    error: 'has a key __proto__',
  })
  .pipe(z.record(name, z.union([name, z.null()])))
  .refine((given) => Object.keys(given).length <= 16, 'has more than 16 keys');

type Framing = Pick<Field, 'schema' | 'plain'>;

/** What every record may hold beside its kind's own fields. */
const frame = {
  id: text(),
  source: text(),
  observedAt: time('earliest'),
  correct: flag(),
  deleted: flag(),
  labels: { schema: labels },
} as const satisfies Record<string, Framing>;

/** The wire shape of a kind, for the documentation. */
export function recordSchema(kind: Kind): z.ZodType {
  const fields = Object.fromEntries(
    [...kind.fields].map(([field, { schema }]) => [field, schema.nullable().optional()]),
  );
  const framing = Object.fromEntries(Object.entries(frame).map(([member, { schema }]) => [member, schema.optional()]));
  return z.strictObject({ ...fields, ...framing, kind: z.literal(kind.name) });
}

const dayMs = 86_400_000;
const plain = (value: string): string => (value.length > 60 ? `${value.slice(0, 60)}…` : value);

/** The sentence for a member whose schema refused it. */
function invalid(member: string, error: z.ZodError): Rejection {
  const [issue] = error.issues;
  if (issue?.code === 'unrecognized_keys') {
    const field = plain([member, ...issue.path, issue.keys[0]].join('.'));
    return { code: 'unknown_field', field, message: `${field} is not a field` };
  }
  const field = [member, ...(issue?.path ?? [])].join('.');
  const message = issue?.code === 'custom' ? `${field} ${issue.message}` : `${field}: ${issue?.message ?? 'is wrong'}`;
  return { code: 'invalid_field', field, message };
}

/** One record being read: what its members say, in the order of the members. */
interface Reading {
  source: string;
  id: string | undefined;
  observedAt: number | undefined;
  correct: boolean;
  deleted: boolean | null;
  labels: Readonly<Record<string, string | null>> | undefined;
  indexes: number[];
  values: (Value | null)[];
  references: ReferredFact[];
  latest: number | null;
  /** The first field that is cleared: allowed in a correction only. */
  cleared: string | null;
}

const frameReaders: Readonly<Record<keyof typeof frame, (reading: Reading, value: unknown) => void>> = {
  id: (reading, value) => (reading.id = value as string),
  source: () => undefined,
  observedAt: (reading, value) => (reading.observedAt = value as number),
  correct: (reading, value) => (reading.correct = value === true),
  deleted: (reading, value) => (reading.deleted = value as boolean),
  labels: (reading, value) => (reading.labels = value as Record<string, string | null>),
};

type Counted = NonNullable<Field['counted']>;

/** Notes what is counted of a free text, before it may be dropped. */
function count(reading: Reading, kind: Kind, text: string, value: (counted: Counted) => Value | null): void {
  for (const index of kind.countedOf.get(text) ?? []) {
    const counted = kind.fieldList[index]?.counted;
    if (!counted) continue;
    reading.indexes.push(index);
    reading.values.push(value(counted));
  }
}

/** Reads one field; null where it is right. */
function readField(
  reading: Reading,
  kind: Kind,
  index: number,
  value: unknown,
  context: ReadContext,
): Rejection | null {
  const member = kind.fieldNames[index] ?? '';
  const field = kind.fieldList[index];
  if (!field) return null;
  if (value === null) {
    reading.cleared ??= member;
    reading.indexes.push(index);
    reading.values.push(null);
    if (field.isFreeText) count(reading, kind, member, () => null);
    return null;
  }
  const taken = field.plain?.(value);
  const result = taken === undefined ? field.schema.safeParse(value) : undefined;
  if (result && !result.success) return invalid(member, result.error);
  const checked = (result ? result.data : taken) as Value;
  if (field.isFreeText) {
    count(reading, kind, member, (counted) => counted.of(checked as string, value as string));
    if (!context.keepTexts) return null;
  }
  if (field.isEventTime && typeof checked === 'number') {
    if (checked > context.now + dayMs) return refuse(member, 'is more than 24 hours in the future');
    if (reading.latest === null || checked > reading.latest) reading.latest = checked;
  }
  const { source } = reading;
  const settled = field.resolve ? field.resolve(checked, { source, hashPersonal: context.hashPersonal }) : checked;
  reading.indexes.push(index);
  reading.values.push(settled);
  if (field.refersTo !== undefined) {
    reading.references.push({ kind: field.refersTo, k: settled as string, ...referred(checked, source) });
  }
  return null;
}

/**
 * Reads the members that are there: a record has few of its kind's fields, and a schema of the whole object would visit
 * all of them.
 */
function readMembers(reading: Reading, kind: Kind, raw: Readonly<Record<string, unknown>>, context: ReadContext) {
  for (const member of Object.keys(raw)) {
    const value = raw[member];
    if (value === undefined || member === 'kind') continue;
    const index = kind.indexOf.get(member);
    if (index !== undefined) {
      const rejection = readField(reading, kind, index, value, context);
      if (rejection) return rejection;
      continue;
    }
    if (!Object.hasOwn(frame, member)) {
      return {
        code: 'unknown_field',
        field: plain(member),
        message: `${plain(member)} is not a field of ${kind.name}`,
      } as const;
    }
    const framing = member as keyof typeof frame;
    const framed: Framing = frame[framing];
    const taken = framed.plain?.(value);
    const result = taken === undefined ? framed.schema.safeParse(value) : undefined;
    if (result && !result.success) return invalid(member, result.error);
    frameReaders[framing](reading, result ? result.data : taken);
  }
  return null;
}

/**
 * Reads one record of records.md.
 * @returns the record in stored form, or the first reason to refuse it
 */
export function parseRecord(raw: unknown, context: ReadContext): ParsedRecord | Rejection {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return { code: 'not_an_object', message: 'A record is a JSON object.' };
  }
  const given = raw as Readonly<Record<string, unknown>>;
  if (given['kind'] === undefined) return { code: 'missing_field', field: 'kind', message: 'kind is missing' };
  const kind = typeof given['kind'] === 'string' ? kinds.get(given['kind']) : undefined;
  if (!kind)
    return { code: 'unknown_kind', field: 'kind', message: `kind is none of ${[...kinds.keys()].sort().join(', ')}` };
  // References resolve against the source, wherever it stands among the members.
  const named = given['source'];
  const source = named === undefined ? undefined : frame.source.schema.safeParse(named);
  if (source?.success === false) return invalid('source', source.error);
  const reading: Reading = {
    source: source ? String(source.data) : context.source,
    id: undefined,
    observedAt: undefined,
    correct: false,
    deleted: null,
    labels: undefined,
    indexes: [],
    values: [],
    references: [],
    latest: null,
    cleared: null,
  };
  return readMembers(reading, kind, given, context) ?? finish(reading, kind, raw, context);
}

export const isRejection = (read: ParsedRecord | Rejection): read is Rejection => 'code' in read;

const noLabels: ParsedRecord['labels'] = [];

function finish(reading: Reading, kind: Kind, raw: unknown, context: ReadContext): ParsedRecord | Rejection {
  const { source, deleted, indexes, values, references } = reading;
  const correct = reading.correct || deleted === true;
  if (!correct && reading.cleared !== null) return refuse(reading.cleared, 'is null; only a correction clears a field');
  const labels = reading.labels === undefined ? noLabels : Object.entries(reading.labels);
  if (!correct && labels.some(([, value]) => value === null)) {
    return refuse('labels', 'has a null; only a correction clears a label');
  }
  const contradiction = kind.check((field) => values[indexes.indexOf(kind.indexOf.get(field) ?? -1)] ?? null);
  if (contradiction) return refuse(contradiction.field, contradiction.message);
  const observedAt = reading.observedAt ?? reading.latest ?? context.now;
  if (observedAt > context.now + dayMs) return refuse('observedAt', 'is more than 24 hours in the future');
  const id = reading.id ?? context.nameless(raw);
  return { kind, k: keyOf(source, id), source, id, observedAt, correct, deleted, indexes, values, labels, references };
}

function refuse(field: string, message: string): Rejection {
  return { code: 'invalid_field', field, message: `${field} ${message}` };
}
