import fc from 'fast-check';
import { kinds } from '../../src/facts/kinds.js';
import type { Field } from '../../src/facts/field.js';
import type { Kind } from '../../src/facts/kind.js';

/**
 * Random records of every kind over few ids, few moments and few values, so that ties, corrections, late and repeated
 * records, moved references and stubs all happen often.
 */
const start = Date.UTC(2026, 2, 28);
const minute = 60_000;

const moments = fc.integer({ min: 0, max: 400 }).map((step) => start + step * 7 * minute);
const shortTexts = fc.constantFrom('a', 'b', 'ü', '😀', '｡', 'Zebra', 'zebra');
const idOf = (kind: string) => fc.integer({ min: 1, max: 250 }).map((n) => `${kind}-${n}`);
const sources = fc.constantFrom('one', 'one', 'one', 'two');

function valueOf(name: string, field: Field): fc.Arbitrary<unknown> {
  if (field.refersTo !== undefined) {
    const id = idOf(field.refersTo);
    return fc.oneof({ weight: 4, arbitrary: id }, { weight: 1, arbitrary: fc.record({ source: sources, id }) });
  }
  if (name === 'score') return fc.integer({ min: 1, max: 5 });
  const [column] = field.columns(name);
  if (column?.name.endsWith('_amount')) {
    return fc.record({
      amount: fc.constantFrom('0.0450', '12', '-3.5', '1.10'),
      currency: fc.constantFrom('USD', 'RUB'),
    });
  }
  if (column?.name.endsWith('_lat'))
    return fc.record({ lat: fc.constantFrom(55.75, -0.04), lon: fc.constantFrom(37.61, 179.96) });
  if (column?.name.endsWith('_code')) return fc.record({ code: shortTexts, permanent: fc.boolean() });
  switch (column?.type) {
    case 'timestamptz':
      return fc.oneof(
        moments,
        moments.map((ms) => new Date(ms).toISOString()),
      );
    case 'int4':
      return fc.integer({ min: 0, max: 9 });
    case 'int8':
      return fc.constantFrom(0, 1.5, 60, 3600);
    case 'bool':
      return fc.boolean();
    case 'text[]':
      return fc.array(shortTexts, { maxLength: 3 });
    default:
      return closedWords[name] ?? (field.ranks ? fc.constantFrom(...field.ranks) : shortTexts);
  }
}

const closedWords: Record<string, fc.Arbitrary<string>> = {
  author: fc.constantFrom('customer', 'bot', 'operator'),
  direction: fc.constantFrom('inbound', 'outbound'),
  closedBy: fc.constantFrom('customer', 'system'),
  device: fc.constantFrom('mobile', 'desktop'),
  endReason: fc.constantFrom('closed', 'declined'),
  hangupBy: fc.constantFrom('caller', 'callee'),
  botOutcome: fc.constantFrom('goal', 'hung_up'),
  action: fc.constantFrom('click', 'reply'),
  scale: fc.constantFrom('csat', 'nps'),
};

/** Words that only one kind knows. */
const kindWords: Record<string, Record<string, fc.Arbitrary<unknown>>> = {
  change: {
    of: fc.constantFrom('operator', 'dialogue', 'source'),
    state: fc.constant('unknown'),
  },
  presence: { state: fc.constantFrom('online', 'paused', 'offline') },
  receipt: { status: fc.constantFrom('delivered', 'read') },
  message: { type: fc.constantFrom('text', 'button') },
  session: { type: fc.constantFrom('visitor', 'flow') },
  queue_entry: { reason: fc.constantFrom('answered', 'abandoned') },
};

function recordOf(kind: Kind): fc.Arbitrary<Record<string, unknown>> {
  const fields = Object.fromEntries(
    [...kind.fields].map(([name, field]) => [name, kindWords[kind.name]?.[name] ?? valueOf(name, field)] as const),
  );
  const body = fc.record(fields, { requiredKeys: [] });
  const frame = fc.record(
    {
      id: idOf(kind.name),
      source: sources,
      observedAt: moments,
      labels: fc.dictionary(fc.constantFrom('plan', 'city'), shortTexts, { maxKeys: 2 }),
    },
    { requiredKeys: ['id', 'observedAt'] },
  );
  const plain = fc.tuple(frame, body).map(([head, rest]) => ({ ...rest, ...head, kind: kind.name }));
  const clearing = fc.tuple(plain, fc.subarray([...kind.fields.keys()])).map(([record, cleared]) => ({
    ...record,
    ...Object.fromEntries(cleared.slice(0, 2).map((name) => [name, null])),
    correct: true,
  }));
  const deleting = frame.map((head) => ({ ...head, kind: kind.name, deleted: true }));
  const restoring = frame.map((head) => ({ ...head, kind: kind.name, correct: true, deleted: false }));
  return fc.oneof(
    { weight: 92, arbitrary: plain },
    { weight: 5, arbitrary: clearing },
    { weight: 2, arbitrary: deleting },
    { weight: 1, arbitrary: restoring },
  );
}

/** `perKind` records of each kind; the same seed gives the same records. */
export function randomRecords(seed: number, perKind: number): Record<string, unknown>[] {
  return [...kinds.values()].flatMap((kind, i) => fc.sample(recordOf(kind), { numRuns: perKind, seed: seed + i }));
}

/** A seeded shuffle: Fisher–Yates over a small linear congruential generator. */
export function shuffled<T>(items: readonly T[], seed: number): T[] {
  const result = [...items];
  let state = seed >>> 0;
  for (let i = result.length - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const j = state % (i + 1);
    [result[i], result[j]] = [result[j] as T, result[i] as T];
  }
  return result;
}
