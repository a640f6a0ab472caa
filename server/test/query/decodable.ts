import { expect } from '@jest/globals';
import type { Field, Frame } from '../../src/query/frame.js';

const GO_TYPES = { time: 'time.Time', number: 'float64', string: 'string' } as const;

const IS: Readonly<Record<Field['type'], (value: unknown) => boolean>> = {
  time: Number.isInteger,
  number: Number.isFinite,
  string: (value) => typeof value === 'string',
};

/**
 * Checks what Grafana's decoder needs of a frame, also what it would take in silence and get wrong: a time with a fraction,
 * and null where a field says that it holds none.
 */
export function expectDecodable(frame: Frame): void {
  const { fields } = frame.schema;
  expect(Object.keys(frame)).toEqual(['schema', 'data']);
  expect(frame.data.values).toHaveLength(fields.length);
  expect(new Set(frame.data.values.map((column) => column.length)).size).toBeLessThanOrEqual(1);
  fields.forEach(({ name, type, typeInfo, labels }, index) => {
    expect(typeInfo.frame).toBe(GO_TYPES[type]);
    const wrong = frame.data.values[index]!.filter((value) => (value === null ? !typeInfo.nullable : !IS[type](value)));
    expect({ [name]: wrong }).toEqual({ [name]: [] });
    expect(Object.values(labels ?? {}).every((label) => typeof label === 'string')).toBe(true);
  });
}
