import { kinds } from '../../../src/facts/kinds.js';
import { randomRecords } from '../../facts/random-records.js';

export type Raw = Record<string, unknown> & { kind: string; id: string };

const tenYears = 315_576_000_000;
const isoForm = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** Ten years earlier: no clock of a machine that runs the proofs is behind the records. */
function inThePast(value: unknown): unknown {
  if (typeof value === 'number' && value > 1e12) return value - tenYears;
  if (typeof value === 'string' && isoForm.test(value)) return new Date(Date.parse(value) - tenYears).toISOString();
  return value;
}

/**
 * Valid records of all kinds in turn, each of a thing of its own (`prefix-1`, `prefix-2` …) that refers to things nobody
 * describes; every one says when it was known, so that sending it again changes nothing.
 */
export function validRecords(seed: number, count: number, prefix: string): Raw[] {
  const perKind = Math.ceil(count / kinds.size);
  const records = randomRecords(seed, perKind);
  return Array.from({ length: count }, (_, n): Raw => {
    const drawn = records[(n % kinds.size) * perKind + Math.floor(n / kinds.size)] ?? {};
    const moved = Object.fromEntries(Object.entries(drawn).map(([field, value]) => [field, inThePast(value)]));
    return { ...moved, kind: String(drawn['kind']), id: `${prefix}-${n + 1}` };
  });
}

/** As `storedNames` shows them. */
export const nameOf = ({ kind, id }: { kind: string; id: string }): string => `${kind}/${id}`;
