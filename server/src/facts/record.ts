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
  readonly hashPersonal: (value: string) => string;
  /** Whether the tenant keeps what people wrote, masked; else it is dropped here. */
  readonly keepTexts: boolean;
  /** Names a record without an id by its content and its ordinal among equal ones. */
  readonly nameless: (record: unknown) => string;
}

const name = z.string().transform(checkedText(200));
const labels = z
  .record(name, z.union([name, z.null()]))
  .refine((given) => Object.keys(given).length <= 16, 'has more than 16 keys');

/** What every record may hold beside its kind's own fields. */
const frame = {
  id: name,
  source: name,
  observedAt: time('earliest').schema,
  correct: z.boolean(),
  deleted: z.boolean(),
  labels,
} as const satisfies Record<string, z.ZodType>;

/** The wire shape of a kind, for the documentation. */
export function recordSchema(kind: Kind): z.ZodType {
  const fields = Object.fromEntries(
    [...kind.fields].map(([field, { schema }]) => [field, schema.nullable().optional()]),
  );
  const framing = Object.fromEntries(Object.entries(frame).map(([member, schema]) => [member, schema.optional()]));
  return z.strictObject({ ...fields, ...framing, kind: z.literal(kind.name) });
}

const dayMs = 86_400_000;
const plain = (value: string): string => (value.length > 60 ? `${value.slice(0, 60)}…` : value);

/** The sentence for a member whose schema refused it. */
function invalid(member: string, error: z.ZodError): Rejection {
  const [issue] = error.issues;
  const field = [member, ...(issue?.path ?? [])].join('.');
  const message = issue?.code === 'custom' ? `${field} ${issue.message}` : `${field}: ${issue?.message ?? 'is wrong'}`;
  return { code: 'invalid_field', field, message };
}

/**
 * Checks the members that are there: a record has few of its kind's fields, and a schema of the whole object would
 * visit all of them (25 instead of 9 µs a record).
 */
function checkMembers(kind: Kind, raw: object): Rejection | Map<string, unknown> {
  const checked = new Map<string, unknown>();
  for (const [member, value] of Object.entries(raw) as [string, unknown][]) {
    const field = kind.fields.get(member);
    if (value === undefined) continue;
    if (field === undefined && !Object.hasOwn(frame, member)) {
      if (member === 'kind') continue;
      return {
        code: 'unknown_field',
        field: plain(member),
        message: `${plain(member)} is not a field of ${kind.name}`,
      };
    }
    if (value === null && field !== undefined) {
      checked.set(member, null);
      continue;
    }
    const result = (field?.schema ?? frame[member as keyof typeof frame]).safeParse(value);
    if (!result.success) return invalid(member, result.error);
    checked.set(member, result.data);
  }
  return checked;
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
  if (!kind)
    return { code: 'unknown_kind', field: 'kind', message: `kind is none of ${[...kinds.keys()].sort().join(', ')}` };
  const members = checkMembers(kind, raw);
  return members instanceof Map ? resolve(kind, members, raw, context) : members;
}

export const isRejection = (read: ParsedRecord | Rejection): read is Rejection => 'code' in read;

function resolve(
  kind: Kind,
  members: ReadonlyMap<string, unknown>,
  raw: unknown,
  context: ReadContext,
): ParsedRecord | Rejection {
  const given = <T>(member: string): T | undefined => members.get(member) as T | undefined;
  const source = given<string>('source') ?? context.source;
  const deleted = given<boolean>('deleted') ?? null;
  const correct = given<boolean>('correct') === true || deleted === true;
  const fields: [number, Value | null][] = [];
  const references: ReferredFact[] = [];
  let latest: number | null = null;
  for (const [member, value] of members) {
    const index = kind.indexOf.get(member);
    const declared = index === undefined ? undefined : kind.fieldList[index];
    if (index === undefined || !declared || (declared.isFreeText && !context.keepTexts)) continue;
    if (value === null) {
      if (!correct) return refuse(member, 'is null; only a correction clears a field');
      fields.push([index, null]);
      continue;
    }
    if (declared.isEventTime && typeof value === 'number') {
      if (value > context.now + dayMs) return refuse(member, 'is more than 24 hours in the future');
      latest = latest === null || value > latest ? value : latest;
    }
    const settled = declared.resolve?.(value, { source, hashPersonal: context.hashPersonal }) ?? (value as Value);
    fields.push([index, settled]);
    if (declared.refersTo !== undefined) {
      references.push({ kind: declared.refersTo, k: settled as string, ...referred(value, source) });
    }
  }
  const givenLabels = Object.entries(given<Record<string, string | null>>('labels') ?? {});
  if (!correct && givenLabels.some(([, value]) => value === null)) {
    return refuse('labels', 'has a null; only a correction clears a label');
  }
  const contradiction = kind.check((field) => (members.get(field) ?? null) as Value | null);
  if (contradiction) return refuse(contradiction.field, contradiction.message);
  const observedAt = given<number>('observedAt') ?? latest ?? context.now;
  if (observedAt > context.now + dayMs) return refuse('observedAt', 'is more than 24 hours in the future');
  const id = given<string>('id') ?? context.nameless(raw);
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
