import { createHash, randomBytes } from 'node:crypto';

/** What a key may do: send records, ask questions, administer its tenant. */
export const SCOPES = ['ingest', 'read', 'admin'] as const;
export type Scope = (typeof SCOPES)[number];

/** A new key: swb_ and 32 random URL-safe characters (192 bits). */
export function makeKey(): string {
  return `swb_${randomBytes(24).toString('base64url')}`;
}

/** What is kept of a key. A key is long and random, so a plain digest cannot be searched. */
export function digestKey(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}
