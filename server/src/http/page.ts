import { z } from 'zod';
import { Problem } from '../errors.js';

/** The query of every list: how many at most, and where the last page ended. */
export const PageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('The most items of the page.'),
  cursor: z.string().max(500).optional().describe('nextCursor of the page before; missing for the first.'),
});
export type PageQuery = z.infer<typeof PageQuery>;

/** The shape of every list. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    nextCursor: z.string().nullable().describe('Asks for the next page; null on the last.'),
  });
}

export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** One page of rows that were asked for with one more than the limit; the cursor is the last row's sort key. */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  key: (row: Row) => string,
  item: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items: shown.map(item), nextCursor: more ? Buffer.from(key(last)).toString('base64url') : null };
}

/**
 * The sort key after which the page begins; nothing for the first page.
 * @throws Problem invalid_request for a cursor that is none of ours
 */
export function startAfter({ cursor }: PageQuery, pattern: RegExp): string | undefined {
  if (cursor === undefined) return undefined;
  const key = Buffer.from(cursor, 'base64url').toString('utf8');
  if (!pattern.test(key)) throw new Problem('invalid_request', 'cursor: it is not one of this list.');
  return key;
}
