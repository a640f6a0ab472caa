import { Random } from '../random.js';
import { type Raw, validRecords } from './valid-records.js';

/** A record that must be refused, why, and the record that its sender meant. */
export interface Defective {
  readonly raw: unknown;
  readonly code: string;
  /** Missing where no field is to blame. */
  readonly field?: string;
  /** The id that the answer can name. */
  readonly id?: string;
  readonly mended: Raw;
}

interface Defect {
  readonly code: string;
  readonly field?: string;
  /** Spoils a message record; answers what is sent in its place. */
  readonly spoil: (good: Raw) => unknown;
  /** Whether the answer can still name the id. */
  readonly nameless?: true;
}

const set = (field: string, value: unknown, named = field): Defect => ({
  code: 'invalid_field',
  field: named,
  spoil: (good) => ({ ...good, [field]: value }),
});
const many = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`key-${n}`, 'x']));

/** Worked out from the rules of records.md, by hand. */
const DEFECTS: readonly Defect[] = [
  { code: 'not_an_object', spoil: ({ id }) => id, nameless: true },
  { code: 'not_an_object', spoil: ({ id }) => [id], nameless: true },
  { code: 'not_an_object', spoil: ({ id }) => Number(/\d+$/.exec(id)?.[0]) + 0.5, nameless: true },
  { code: 'missing_field', field: 'kind', spoil: (good) => ({ ...good, kind: undefined }) },
  { code: 'unknown_kind', field: 'kind', spoil: (good) => ({ ...good, kind: 'carrier_pigeon' }) },
  { code: 'unknown_kind', field: 'kind', spoil: (good) => ({ ...good, kind: 7 }) },
  { code: 'unknown_field', field: 'sendAt', spoil: (good) => ({ ...good, sendAt: good['sentAt'] }) },
  { code: 'unknown_field', field: 'cost.tax', spoil: (good) => ({ ...good, cost: { ...money('1'), tax: 1 } }) },
  set('sentAt', '2020-01-01T10:00:00'),
  set('sentAt', '2020-02-30T10:00:00Z'),
  set('sentAt', 'yesterday'),
  set('sentAt', 1_577_872_800_000.5),
  set('sentAt', Date.UTC(2120, 0, 1)),
  set('observedAt', '2120-01-01T00:00:00Z'),
  set('channel', null),
  set('channel', ''),
  set('channel', 7),
  set('channel', 'x'.repeat(201)),
  set('channel', 'we\u0000b'),
  set('channel', 'we\ud800b'),
  set('customer', { name: 'Ivan' }),
  set('author', 'robot'),
  set('status', 'seen'),
  set('text', 'x'.repeat(10_001)),
  set('cost', { amount: '0,45', currency: 'USD' }),
  set('cost', { amount: '0.45', currency: 'dollars' }),
  set('cost', { amount: 0.45, currency: 'USD' }, 'cost.amount'),
  set('error', {}),
  set('dialogue', 17),
  set('labels', many(17)),
  set('labels', { plan: 'x'.repeat(201) }, 'labels.plan'),
  set('labels', { plan: null }),
  set('correct', 'yes'),
  { code: 'invalid_field', field: 'id', spoil: (good) => ({ ...good, id: good.id.padEnd(201, 'x') }) },
  { code: 'invalid_field', field: 'source', spoil: (good) => ({ ...good, source: '' }) },
  {
    code: 'invalid_field',
    field: 'score',
    spoil: ({ id, source }) => ({ kind: 'rating', id, source, scale: 'csat', score: 6 }),
  },
  {
    code: 'invalid_field',
    field: 'state',
    spoil: ({ id, source }) => ({ kind: 'change', id, source, of: 'operator', state: 'asleep' }),
  },
  {
    code: 'invalid_field',
    field: 'talkSeconds',
    spoil: ({ id, source }) => ({ kind: 'call', id, source, talkSeconds: -1 }),
  },
  {
    code: 'invalid_field',
    field: 'mosHundredths',
    spoil: ({ id, source }) => ({ kind: 'call', id, source, mosHundredths: 4.1e9 }),
  },
  {
    code: 'invalid_field',
    field: 'location.lat',
    spoil: ({ id, source }) => ({ kind: 'dialogue', id, source, location: { lat: 91, lon: 0 } }),
  },
];

function money(amount: string): { amount: string; currency: string } {
  return { amount, currency: 'USD' };
}

/** So many different kinds of defect there are. */
export const DEFECT_KINDS = DEFECTS.length;

/** Defective records, each kind of defect in turn; no two are equal. */
export function defectiveRecords(seed: number, count: number, prefix: string): Defective[] {
  const random = new Random(seed);
  const messages = validRecords(seed, count, prefix);
  return messages.map(({ id }, n) => {
    const sentAt = Date.UTC(2020, 0, 1) + random.between(0, 1e9);
    const good: Raw = { kind: 'message', id, source: 'defective', author: 'customer', sentAt };
    const { code, field, spoil, nameless } = DEFECTS[n % DEFECTS.length]!;
    const raw = spoil(good);
    const shown = nameless ? undefined : String((raw as Raw).id).slice(0, 200);
    return {
      raw,
      code,
      ...(field === undefined ? {} : { field }),
      ...(shown === undefined ? {} : { id: shown }),
      mended: good,
    };
  });
}
