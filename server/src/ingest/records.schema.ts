import { z } from 'zod';
import { kinds } from '../facts/kinds.js';
import { recordSchema } from '../facts/record.js';

/** How many records a JSON body may hold. */
export const MOST_RECORDS = 5_000;

/** `{"records": […]}`; each item is checked by its kind, so that one bad item does not sink the others. */
export const RecordsBody = z.strictObject({ records: z.array(z.unknown()) });

/** The body's JSON Schema with every kind spelled out, for the documentation. */
export function recordsJsonSchema(): Record<string, unknown> {
  const records = [...kinds.values()].map((kind) =>
    z.toJSONSchema(recordSchema(kind), { io: 'input', unrepresentable: 'any', target: 'openapi-3.0' }),
  );
  return {
    type: 'object',
    required: ['records'],
    additionalProperties: false,
    properties: { records: { type: 'array', maxItems: MOST_RECORDS, items: { oneOf: records } } },
  };
}

/** What became of each record: stored + duplicates + rejected.length is what was sent. */
export const RecordsAnswer = z.object({
  stored: z.int(),
  duplicates: z.int(),
  rejected: z.array(
    z.object({
      index: z.int().describe('Position in the request, from 0; of NDJSON the position among its lines with content.'),
      id: z.string().optional(),
      code: z.string(),
      field: z.string().optional(),
      message: z.string(),
      quarantine: z.string().describe('Where the record waits to be mended.'),
    }),
  ),
});
