import { describe, expect, it } from '@jest/globals';
import type { Field } from './field.js';
import { flag, freeText, personal, plannedTime, rank, ref, text, time, whole, word } from './fields.js';

const declared: Readonly<Record<string, Field>> = {
  text: text(),
  'short text': text(3),
  'free text': freeText(40),
  personal: personal(),
  reference: ref('call'),
  word: word(['yes', 'no']),
  rank: rank(['low', 'high']),
  flag: flag(),
  whole: whole(-2, 200),
  time: time('earliest'),
  'planned time': plannedTime(),
};

const values: readonly unknown[] = [
  '', 'a', 'yes', 'high', 'Ünï', '😀😀😀', '😀😀😀😀', 'ab\ud83d', '\udc00', 'a\u0000', '\u0000', '\ud7ff', '\ue000', 'x'.repeat(320), 'x'.repeat(321),
  '😀'.repeat(200), '😀'.repeat(201), 'call +49 151 12345678 or ann@example.com', 'toString', '__proto__',
  true, false, 0, -0, 1, -2, -3, 200, 201, 1.5, NaN, Infinity, 2 ** 53, 1e21, -62135596800000, -62135596800001, 253402300799999, 253402300800000,
  '2026-11-01T09:30:00+03:00', '2026-11-01T09:30:00.123456Z', '2026-11-01 09:30Z', '2026-11-01T09:30:00', '2026-11-01', '2026-02-29T00:00:00Z',
  '2024-02-29T00:00:00Z', '2026-02-30T00:00:00Z', '2026-04-31T00:00:00z', '2026-13-01T00:00:00Z', '2026-11-01T25:00:00Z', '2026-11-01T09:30:00+0300',
  '0000-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59-01:00', 'tomorrow',
  null, undefined, {}, [], ['yes'], { source: 's', id: 'i' }, 10n, new Date(0),
]; // prettier-ignore

describe.each(Object.entries(declared))('a %s that is plainly right', (_, { plain, schema }) => {
  it.each(values.map((value) => [value]))('is what the schema makes of it: %p', (value) => {
    const taken = plain?.(value);
    if (taken === undefined) return expect(taken).toBeUndefined();
    expect(schema.safeParse(value)).toEqual({ success: true, data: taken });
  });

  it('is taken without the schema for most of what senders send', () => {
    expect(values.some((value) => plain?.(value) !== undefined)).toBe(true);
  });
});

it('leaves to the schema what only the schema may refuse', () => {
  const refused = values.filter((value) => !text().schema.safeParse(value).success);
  expect(refused.filter((value) => text().plain?.(value) !== undefined)).toEqual([]);
  expect(refused.length).toBeGreaterThan(20);
});
