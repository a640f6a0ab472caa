import type { z } from 'zod';
import { metric } from '../catalogue/metrics.js';
import { ERRORS, Problem } from '../errors.js';
import { compileEarliest } from './compile-ranking.js';
import { migrate, type SavedQuery, tooNew } from './migrate.js';
import { Query } from './query.schema.js';
import type { Reader } from './reader.js';
import type { Defaults } from './validate.js';

/**
 * A query in the shape of the model, whatever version of it was saved.
 * @throws Problem invalid_request with the first mistake as a sentence
 */
export function readQuery(asked: SavedQuery): Query {
  const refused = tooNew(asked);
  if (refused !== undefined) throw new Problem('invalid_request', refused);
  const parsed = Query.safeParse(migrate(asked));
  if (!parsed.success) throw new Problem('invalid_request', sentence(parsed.error.issues));
  return parsed.data;
}

/** What a query may leave out, with the time of the earliest fact where it asks for all. */
export async function defaultsFor(query: Query, defaults: Defaults, reader: Reader, tenant: number): Promise<Defaults> {
  const facts = query.metrics.flatMap(({ id }) => metric(id)?.fact ?? []);
  if (query.window !== 'all' || facts.length === 0) return defaults;
  const [row] = await reader.rows(compileEarliest(facts, tenant));
  return typeof row?.['at'] === 'number' ? { ...defaults, earliest: row['at'] } : defaults;
}

function sentence(issues: readonly z.core.$ZodIssue[]): string {
  const [first] = issues;
  const place = first?.path.map(String).join('.');
  return first
    ? `The query is not understood: ${place ? `${place} ` : ''}${lower(first.message)}.`
    : ERRORS.invalid_request.text;
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
