import { z } from 'zod';
import type { ApiKey } from './api-key.entity.js';
import { SCOPES } from './key.js';
import { plainText } from './tenant.schema.js';

export const KeyInput = z.strictObject({
  name: plainText(200).describe('Whose key it is, for people.'),
  scopes: z
    .array(z.enum(SCOPES))
    .min(1)
    .transform((scopes) => [...new Set(scopes)]),
  source: plainText(200).optional().describe("The source of records that name none; missing: the key's name."),
  expiresAt: z.iso
    .datetime({ offset: true })
    .refine((time) => Date.parse(time) > Date.now(), 'must lie in the future')
    .nullable()
    .default(null)
    .describe('From then on the key is refused; null: never.'),
});
export type KeyInput = z.infer<typeof KeyInput>;

export const KeyView = z.object({
  id: z.uuid(),
  name: z.string(),
  scopes: z.array(z.enum(SCOPES)),
  source: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
  lastUsedAt: z.iso.datetime().nullable().describe('Exact to a minute.'),
  revokedAt: z.iso.datetime().nullable(),
});
export type KeyView = z.infer<typeof KeyView>;

/** A key just made: the only time that it is shown. */
export const NewKeyView = KeyView.extend({ key: z.string() });
export type NewKeyView = z.infer<typeof NewKeyView>;

export function toKeyView(key: ApiKey): KeyView {
  return {
    id: key.id,
    name: key.name,
    scopes: key.scopes,
    source: key.source,
    createdAt: key.createdAt.toISOString(),
    expiresAt: key.expiresAt?.toISOString() ?? null,
    lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
    revokedAt: key.revokedAt?.toISOString() ?? null,
  };
}
