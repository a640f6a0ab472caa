import { EntitySchema } from 'typeorm';
import type { Scope } from './key.js';

/** A row of table api_key: everything about a key but the key. */
export interface ApiKey {
  tenant: number;
  id: string;
  name: string;
  /** SHA-256 of the key. */
  hash: Buffer;
  scopes: Scope[];
  /** The source of records that name none. */
  source: string;
  expiresAt: Date | null;
  /** Exact to a minute. */
  lastUsedAt: Date | null;
  createdAt: Date;
  revokedAt: Date | null;
}

export const ApiKeyEntity = new EntitySchema<ApiKey>({
  name: 'api_key',
  columns: {
    tenant: { type: 'int4', primary: true },
    id: { type: 'uuid', primary: true },
    name: { type: 'text' },
    hash: { type: 'bytea', select: false },
    scopes: { type: 'text', array: true },
    source: { type: 'text' },
    expiresAt: { type: 'timestamptz', name: 'expires_at', nullable: true },
    lastUsedAt: { type: 'timestamptz', name: 'last_used_at', nullable: true },
    createdAt: { type: 'timestamptz', name: 'created_at', createDate: true },
    revokedAt: { type: 'timestamptz', name: 'revoked_at', nullable: true },
  },
});
