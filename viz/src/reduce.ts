import { finite } from './prepared.js';
import type { reductions } from './registry.js';

export type Reduction = (typeof reductions)[number];
type Numbers = readonly (number | null)[];

/** No number at all is nothing known, not 0: only a count of nothing is 0. */
const reduce: Readonly<Record<Reduction, (values: Numbers) => number | null>> = {
  last: (values) => values.at(-1) ?? null,
  lastNotNull: (values) => known(values).at(-1) ?? null,
  first: (values) => values[0] ?? null,
  firstNotNull: (values) => known(values)[0] ?? null,
  sum: (values) => (known(values).length > 0 ? total(known(values)) : null),
  mean: (values) => (known(values).length > 0 ? total(known(values)) / known(values).length : null),
  min: (values) =>
    known(values).reduce<number | null>((least, one) => (least === null ? one : Math.min(least, one)), null),
  max: (values) =>
    known(values).reduce<number | null>((most, one) => (most === null ? one : Math.max(most, one)), null),
  count: (values) => values.length,
};

/** The numbers of a column as one, by the first of a panel's calculations; the last known where it has none. */
export function reduced(values: readonly unknown[], calculations: readonly unknown[]): number | null {
  const [name = 'lastNotNull'] = calculations;
  if (!isReduction(name)) throw new Error(`The calculation "${String(name)}" is not known here.`);
  return reduce[name](values.map(finite));
}

/** Whether the calculation is one of those that `reduced` knows. */
export function isReduction(name: unknown): name is Reduction {
  return typeof name === 'string' && Object.hasOwn(reduce, name);
}

function known(values: Numbers): number[] {
  return values.filter((value) => value !== null);
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
