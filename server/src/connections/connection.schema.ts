import { z } from 'zod';
import { providers } from '../ingest/sources/providers.js';
import { plainText } from '../tenants/tenant.schema.js';
import type { Connection } from './connection.entity.js';

const LONGEST_KEPT_SECONDS = 30 * 86_400;

const secret = plainText(500)
  .optional()
  .describe("The provider's own secret; missing: one is made, where the provider takes one.");

export const ConnectionInput = z.strictObject({
  name: plainText(200).describe('For people.'),
  provider: z.enum([...providers.keys()]),
  source: plainText(200).optional().describe('The source of records that name none; missing: the name.'),
  secret,
});
export type ConnectionInput = z.infer<typeof ConnectionInput>;

/** A body may be missing. */
export const SecretInput = z
  .strictObject({
    secret,
    keepFormerSeconds: z
      .int()
      .min(0)
      .max(LONGEST_KEPT_SECONDS)
      .default(86_400)
      .describe('For how long deliveries that are signed with the secret before are still taken.'),
  })
  .prefault({});
export type SecretInput = z.infer<typeof SecretInput>;

export const ConnectionView = z.object({
  id: z.uuid(),
  name: z.string(),
  provider: z.string(),
  source: z.string(),
  path: z.string().describe("Where the provider sends its webhooks, on the service's public address."),
  secrets: z
    .array(z.object({ madeAt: z.iso.datetime(), endsAt: z.iso.datetime().nullable() }))
    .describe('The secrets that are good, at most two, the newest first; not the secrets themselves.'),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable().describe('When an authentic delivery came; exact to a minute.'),
  disabledAt: z.iso.datetime().nullable(),
});
export type ConnectionView = z.infer<typeof ConnectionView>;

/** With a secret that was made just now: the only time that it is shown. */
export const NewSecretView = ConnectionView.extend({
  secret: z.string().nullable().describe('null where the secret was given.'),
});
export type NewSecretView = z.infer<typeof NewSecretView>;

/** A connection as it is told: without its secrets, and of those only when they were made and end. */
export function toConnectionView(connection: Connection): ConnectionView {
  return {
    id: connection.id,
    name: connection.name,
    provider: connection.provider,
    source: connection.source,
    path: `/hooks/${connection.id}`,
    secrets: goodSecrets(connection),
    createdAt: connection.createdAt.toISOString(),
    lastUsedAt: connection.lastUsedAt?.toISOString() ?? null,
    disabledAt: connection.disabledAt?.toISOString() ?? null,
  };
}

function goodSecrets({ disabledAt, secretMadeAt, formerMadeAt, formerEndsAt }: Connection): ConnectionView['secrets'] {
  if (disabledAt !== null) return [];
  const newest = { madeAt: secretMadeAt.toISOString(), endsAt: null };
  if (formerMadeAt === null || formerEndsAt === null || formerEndsAt.getTime() <= Date.now()) return [newest];
  return [newest, { madeAt: formerMadeAt.toISOString(), endsAt: formerEndsAt.toISOString() }];
}
