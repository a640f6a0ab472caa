/** An amount of money, exact: a decimal string without needless zeros and an ISO 4217 code (records.md §1). */
export interface Money {
  amount: string;
  currency: string;
}

/** A place rounded to 0.1 degrees before anything is stored (A-20: never an exact point). */
export interface Location {
  lat: number;
  lon: number;
}

/** Why an attempt failed: the provider's code beside the normalised class. */
export interface ErrorInfo {
  code: string | null;
  class: string | null;
  permanent: boolean | null;
  text: string | null;
}

/**
 * A merged value of one field. Times are epoch milliseconds, durations milliseconds, references the 32 hex digits of the
 * key they point to.
 */
export type Value = string | number | boolean | readonly string[] | Money | Location | ErrorInfo;

const typeRank = { boolean: 0, number: 1, string: 2, object: 3 } as const;

function rankOf(value: Value): number {
  const type = typeof value;
  return type === 'boolean' || type === 'number' || type === 'string' ? typeRank[type] : typeRank.object;
}

/** UTF-8 byte order, which differs from JavaScript's UTF-16 order outside the basic plane. */
function compareText(a: string, b: string): number {
  return a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/**
 * The total order that settles ties between two records of one moment (records.md §2): absent before present, then by
 * type, false before true, numbers by size, text by bytes, composites by their canonical JSON.
 */
export function compareValues(a: Value | null, b: Value | null): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  const byType = rankOf(a) - rankOf(b);
  if (byType !== 0) return byType;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
  return compareText(JSON.stringify(a), JSON.stringify(b));
}
