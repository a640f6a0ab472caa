import { kinds } from '../../../src/facts/kinds.js';

/** A value that hurts somewhere, with words for it; `raw` is JSON that JSON.stringify would not write. */
export interface Hostile {
  readonly name: string;
  readonly json: string;
}

const of = (name: string, value: unknown): Hostile => ({ name, json: JSON.stringify(value) });
const raw = (name: string, json: string): Hostile => ({ name, json });

const TEXTS: Readonly<Record<string, string>> = {
  'an empty text': '',
  'a blank': ' ',
  'a NUL': 'a\u0000b',
  'half a surrogate pair, high': 'x\ud83d',
  'half a surrogate pair, low': '\udc00x',
  'surrogates the wrong way round': '\udc00\ud83d',
  noncharacters: '\ufffe\uffff\u{1ffff}',
  'direction overrides': '\u202eevil\u202c\u2066\u2069',
  'a family of joiners': '👨‍👩‍👧‍👦'.repeat(20),
  'combining marks': `Z${'\u0337\u0301'.repeat(90)}`,
  '200 characters of four bytes': '😀'.repeat(200),
  '201 characters': 'ü'.repeat(201),
  '10,001 characters': 'ü'.repeat(10_001),
  'control characters': '\u0001\b\t\n\v\f\r\u001b[31m\u007f\u0085\u2028\u2029\ufeff',
  'a quote and a backslash': `'"\\`,
  'an array of PostgreSQL': '{"a",NULL,b\\"}',
  'a NULL': 'NULL',
  'a COPY end': '\\.',
  'an injection': `'); drop table fact.call; --`,
  'a template': '${7*7}{{7*7}}<%=7*7%>',
  'a member of every object': '__proto__',
  'a method of every object': 'constructor',
  'an infinity': 'Infinity',
  'a number in words': 'NaN',
  'a boolean in words': 'true',
  'the year 0': '0000-01-01T00:00:00Z',
  'the first moment': '0001-01-01T00:00:00Z',
  'before the first moment by its zone': '0001-01-01T00:00:00+14:00',
  'the last moment': '9999-12-31T23:59:59.999Z',
  'beyond the last moment': '+275760-09-13T00:00:00.001Z',
  'a day that never was': '2019-02-29T00:00:00Z',
  'a leap second': '2016-12-31T23:59:60Z',
  'hour 24': '2020-01-01T24:00:00Z',
  'a zone that cannot be': '2020-01-01T00:00:00+99:99',
  nanoseconds: '2020-01-01T00:00:00.123456789Z',
};

const OTHERS: readonly Hostile[] = [
  ...[0, -1, 0.1, 5e-324, 2 ** 31, 2 ** 32, 2 ** 53, 2 ** 63, 1e15, 1e308, -1e308].map((n) => of(`the number ${n}`, n)),
  ...[-62_135_596_800_000, -62_135_596_800_001, 253_402_300_799_999, 8.64e15, 8.64e15 + 2].map((n) =>
    of(`epoch ${n}`, n),
  ),
  raw('minus zero', '-0'),
  raw('a number beyond all', '1e400'),
  raw('a number below all', '-1e400'),
  raw('a number of 400 digits', '7'.repeat(400)),
  raw('a fraction of 1,000 digits', `0.${'3'.repeat(1_000)}`),
  of('true', true),
  of('false', false),
  of('null', null),
  of('an empty list', []),
  of('a list of null', [null]),
  of('a list of a NUL', ['a\u0000']),
  of(
    'a list of 1,000',
    Array.from({ length: 1_000 }, (_, n) => `v${n}`),
  ),
  of('a list of equals', ['x', 'x', 'x']),
  of('an empty object', {}),
  raw('lists 10,000 deep', '['.repeat(10_000) + ']'.repeat(10_000)),
  raw('objects 10,000 deep', '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000)),
  raw('a __proto__ member', '{"__proto__":{"polluted":true}}'),
  raw('a __proto__ text', '{"__proto__":"x"}'),
  of('a constructor member', { constructor: { prototype: { polluted: true } } }),
  of('a toJSON member', { toJSON: 'x', toString: 'x', valueOf: 'x' }),
  of('a then member', { then: 'x', length: 3 }),
  of('a label of every object', { constructor: 'x', toString: 'y', hasOwnProperty: 'z' }),
  of('a label with a NUL', { 'a\u0000': 'x' }),
  raw('a label of half a pair', '{"\\ud800":"x"}'),
  of('a label without a name', { '': 'x' }),
  of('a label with dots', { 'a.b': 'x', 'labels.a': 'y', deleted: 'z' }),
  of('a reference with a NUL', { source: 'a\u0000', id: 'b' }),
  of('a reference to anything', { source: 'Ω', id: '💥' }),
  of('the most money', { amount: `${'9'.repeat(15)}.${'9'.repeat(9)}`, currency: 'USD' }),
  raw('money with a __proto__', '{"amount":"1","currency":"USD","__proto__":{"polluted":true}}'),
  raw('a place with a __proto__', '{"lat":1,"lon":1,"__proto__":{"polluted":true}}'),
  raw('an error with a __proto__', '{"code":"x","__proto__":{"polluted":true}}'),
  raw('a reference with a __proto__', '{"source":"s","id":"i","__proto__":{"polluted":true}}'),
  of('the least money', { amount: '-0.000000000', currency: 'USD' }),
  of('money in an exponent', { amount: '1e5', currency: 'USD' }),
  of('money in words', { amount: 'NaN', currency: 'USD' }),
  of('money in Arabic digits', { amount: '١٢', currency: 'USD' }),
  of('the pole', { lat: 90, lon: -180 }),
  of('nowhere', { lat: -1e-300, lon: 0.049_999_999_999_999_99 }),
  of('an error with a NUL', { code: '\u0000' }),
  of('a long error', { code: 'x', text: '😀'.repeat(2_000), permanent: false }),
];

export const HOSTILE: readonly Hostile[] = [...Object.entries(TEXTS).map(([name, text]) => of(name, text)), ...OTHERS];

const FRAME = [
  'id',
  'source',
  'observedAt',
  'correct',
  'deleted',
  'labels',
  'kind',
  '__proto__',
  'constructor',
  'tenant',
  'k',
];

/** One record with one hostile value in one place. */
export interface Attack {
  readonly kind: string;
  readonly field: string;
  readonly value: Hostile;
  /** The record as JSON text. */
  readonly json: string;
  readonly id: string;
}

/**
 * Every hostile value in every field of every kind, its frame's included. What it refers to is shared, so that whatever is
 * stored meets the derivations of others.
 */
export function* attacks(): Generator<Attack> {
  let number = 0;
  for (const kind of kinds.values()) {
    for (const field of [...kind.fields.keys(), ...FRAME]) {
      for (const value of HOSTILE) {
        number += 1;
        const id = `attack-${number}`;
        yield { kind: kind.name, field, value, id, json: attackJson(kind.name, id, field, value, number) };
      }
    }
  }
}

/** A small record of the kind in which that field has that value, twice written where it has one anyway. */
export function attackJson(kind: string, id: string, field: string, value: Hostile, number: number): string {
  const members: [string, string][] = [['kind', JSON.stringify(kind)], ['id', JSON.stringify(id)]]; // prettier-ignore
  for (const [name, { refersTo }] of kinds.get(kind)?.fields ?? []) {
    if (refersTo !== undefined) members.push([name, JSON.stringify(`shared-${number % 40}`)]);
  }
  const others = members.filter(([name]) => name !== field);
  return `{${[...others, [field, value.json] as const].map(([name, json]) => `${JSON.stringify(name)}:${json}`).join(',')}}`;
}
