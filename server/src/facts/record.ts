import { z } from 'zod';
import { referred, time } from './fields.js';
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
  /** (index of the field, value); null clears a field in a correction. */
  readonly fields: readonly (readonly [number, Value | null])[];
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
  hashPersonal(value: string): string;
  /** Whether the tenant keeps what people wrote, masked; else it is dropped here. */
  readonly keepTexts: boolean;
  /** Names a record without an id by its content and its ordinal among equal ones. */
  nameless(record: unknown): string;
}

const name = z.string().transform(checkedText(200));
const labels = z
  .record(name, z.union([name, z.null()]))
  .refine((given) => Object.keys(given).length <= 16, 'has more than 16 keys');

function schemaOf(kind: Kind) {
  const fields = Object.fromEntries(
    [...kind.fields].map(([field, { schema }]) => [field, schema.nullable().optional()] as const),
  );
  return z.strictObject({
    ...fields,
    kind: z.literal(kind.name),
    id: name.optional(),
    source: name.optional(),
    observedAt: time('earliest').schema.optional(),
    correct: z.boolean().optional(),
    deleted: z.boolean().optional(),
    labels: labels.optional(),
  });
}

/** The wire schema of each kind. */
export const recordSchemas: ReadonlyMap<string, ReturnType<typeof schemaOf>> = new Map(
  [...kinds.values()].map((kind) => [kind.name, schemaOf(kind)]),
);

const dayMs = 86_400_000;
const plain = (value: string): string => (value.length > 60 ? `${value.slice(0, 60)}…` : value);

function rejectionOf(error: z.ZodError, kind: Kind): Rejection {
  const issue = error.issues[0];
  if (!issue) return { code: 'invalid_field', message: `This ${kind.name} record cannot be read.` };
  if (issue.code === 'unrecognized_keys') {
    const field = [...issue.path, issue.keys[0]].join('.');
    return { code: 'unknown_field', field, message: `${plain(field)} is not a field of ${kind.name}` };
  }
  const field = issue.path.join('.');
  const message = issue.code === 'custom' ? `${field} ${issue.message}` : `${field}: ${issue.message}`;
  return { code: 'invalid_field', field, message };
}

/**
 * Reads one record of records.md.
 * @returns the record in stored form, or the first reason to refuse it
 */
export function parseRecord(raw: unknown, context: ReadContext): ParsedRecord | Rejection {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return { code: 'not_an_object', message: 'A record is a JSON object.' };
  }
  const kindName = (raw as { kind?: unknown }).kind;
  if (kindName === undefined) return { code: 'missing_field', field: 'kind', message: 'kind is missing' };
  const kind = typeof kindName === 'string' ? kinds.get(kindName) : undefined;
  const schema = kind && recordSchemas.get(kind.name);
  if (!kind || !schema) {
    const known = [...kinds.keys()].sort().join(', ');
    return { code: 'unknown_kind', field: 'kind', message: `kind is none of ${known}` };
  }
  const result = schema.safeParse(raw);
  if (!result.success) return rejectionOf(result.error, kind);
  return resolve(kind, result.data as Record<string, unknown>, raw, context);
}

export const isRejection = (read: ParsedRecord | Rejection): read is Rejection => 'code' in read;

function resolve(
  kind: Kind,
  given: Record<string, unknown>,
  raw: unknown,
  context: ReadContext,
): ParsedRecord | Rejection {
  const source = typeof given['source'] === 'string' ? given['source'] : context.source;
  const deleted = typeof given['deleted'] === 'boolean' ? given['deleted'] : null;
  const correct = given['correct'] === true || deleted === true;
  const fields: [number, Value | null][] = [];
  const references: ReferredFact[] = [];
  let latest: number | null = null;
  for (const [index, field] of kind.fieldNames.entries()) {
    const value = given[field];
    const declared = kind.fieldList[index];
    if (value === undefined || !declared || (declared.isFreeText && !context.keepTexts)) continue;
    if (value === null) {
      if (!correct) return refuse(field, 'is null; only a correction clears a field');
      fields.push([index, null]);
      continue;
    }
    if (declared.isEventTime && typeof value === 'number') {
      if (value > context.now + dayMs) return refuse(field, 'is more than 24 hours in the future');
      latest = latest === null || value > latest ? value : latest;
    }
    const settled = declared.resolve?.(value, { source, hashPersonal: context.hashPersonal }) ?? (value as Value);
    fields.push([index, settled]);
    if (declared.refersTo !== undefined) {
      references.push({ kind: declared.refersTo, k: String(settled), ...referred(value, source) });
    }
  }
  const givenLabels = Object.entries((given['labels'] ?? {}) as Record<string, string | null>);
  if (!correct && givenLabels.some(([, value]) => value === null)) {
    return refuse('labels', 'has a null; only a correction clears a label');
  }
  const contradiction = kind.check((field) => (given[field] ?? null) as Value | null);
  if (contradiction) return refuse(contradiction.field, contradiction.message);
  const observedAt = typeof given['observedAt'] === 'number' ? given['observedAt'] : (latest ?? context.now);
  if (observedAt > context.now + dayMs) return refuse('observedAt', 'is more than 24 hours in the future');
  const id = typeof given['id'] === 'string' ? given['id'] : context.nameless(raw);
  return {
    kind,
    k: keyOf(source, id),
    source,
    id,
    observedAt,
    correct,
    deleted,
    fields,
    labels: givenLabels,
    references,
  };
}

function refuse(field: string, message: string): Rejection {
  return { code: 'invalid_field', field, message: `${field} ${message}` };
}
