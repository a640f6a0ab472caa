import { fromLocal, toLocal } from '../query/zone.js';

/** The beginning of a year. */
export interface YearChange {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly year: number;
}

/**
 * Every turn of the year in [from, to), in a time zone.
 * @param from inclusive, epoch milliseconds
 * @param to exclusive
 */
export function yearChanges(from: number, to: number, zone: string): YearChange[] {
  const [first, last] = [from, to].map((at) => new Date(toLocal(zone, at)).getUTCFullYear());
  const years = Array.from({ length: (last ?? 0) - (first ?? 0) + 1 }, (_, index) => (first ?? 0) + index);
  return years
    .map((year) => ({ at: fromLocal(zone, Date.UTC(year, 0, 1)), year }))
    .filter(({ at }) => at >= from && at < to);
}
