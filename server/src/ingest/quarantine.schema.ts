import { z } from 'zod';

/** A refused record that waits to be mended, replayed or discarded. */
export const QuarantineItem = z.object({
  id: z.string(),
  receivedAt: z.string(),
  source: z.string(),
  kind: z.string().nullable(),
  recordId: z.string().nullable(),
  code: z.string(),
  field: z.string().nullable(),
  message: z.string(),
  record: z.unknown().describe('As it was sent; a text where it was no JSON or was cut.'),
  replayedAt: z.string().nullable(),
});
export type QuarantineItem = z.infer<typeof QuarantineItem>;

/** The mended record; missing: the record as it was sent. */
export const ReplayInput = z.strictObject({ record: z.unknown().optional() }).optional();
export type ReplayInput = z.infer<typeof ReplayInput>;

/** The body's JSON Schema, for the documentation. */
export const replayJsonSchema = (): Record<string, unknown> =>
  z.toJSONSchema(ReplayInput, { io: 'input', unrepresentable: 'any', target: 'openapi-3.0' });

/** Whether the replayed record changed anything. */
export const ReplayAnswer = z.object({ stored: z.int(), duplicates: z.int() });
export type ReplayAnswer = z.infer<typeof ReplayAnswer>;
