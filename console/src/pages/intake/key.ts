export const scopes = ['ingest', 'read', 'admin'] as const;
export type Scope = (typeof scopes)[number];

/** A key as its tenant's list tells it; the key itself is never told again. */
export interface Key {
  id: string;
  name: string;
  scopes: Scope[];
  source: string;
  createdAt: string;
  expiresAt: string | null;
  lastUsedAt: string | null;
  revokedAt: string | null;
}

/** A key just made. */
export interface NewKey extends Key {
  key: string;
}

/** Whether a key is still taken; now: epoch milliseconds. */
export function stateOf({ revokedAt, expiresAt }: Key, now: number): 'active' | 'revoked' | 'expired' {
  if (revokedAt !== null) return 'revoked';
  return expiresAt !== null && Date.parse(expiresAt) <= now ? 'expired' : 'active';
}

/** What is typed in to make a key. */
export interface KeyDraft {
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly source: string;
  /** Days from now; null: never. */
  readonly expiresIn: number | null;
}

/** The body that makes a key. */
export function keyInput({ name, scopes: chosen, source, expiresIn }: KeyDraft, now: number) {
  return {
    name: name.trim(),
    scopes: [...chosen],
    ...(source.trim() !== '' && { source: source.trim() }),
    expiresAt: expiresIn === null ? null : new Date(now + expiresIn * 86_400_000).toISOString(),
  };
}
