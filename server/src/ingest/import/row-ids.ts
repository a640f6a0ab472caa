import { createHash } from 'node:crypto';

/** Gives rows that carry no id one that is the same every time the same file is read. */
export interface RowIds {
  /** The row's digest, and its ordinal among equal rows from the second on. To be asked at most once for a row, in file order. */
  next(fields: readonly string[]): string;
}

/**
 * Ids for the rows of one file (records.md §1: hash and ordinal among equal rows). Of each row that was asked for a 48-bit number is remembered;
 * two different rows that share it still get different ids, since these have the whole digest.
 */
export function createRowIds(): RowIds {
  const seen = new Map<number, number>();
  return {
    next(fields) {
      const digest = createHash('sha256').update(JSON.stringify(fields)).digest();
      const short = digest.readUIntBE(0, 6);
      const ordinal = (seen.get(short) ?? 0) + 1;
      seen.set(short, ordinal);
      const id = digest.toString('hex', 0, 16);
      return ordinal === 1 ? id : `${id}.${ordinal}`;
    },
  };
}
