import { EntitySchema } from 'typeorm';

/** A row of table connection: where one provider delivers for one tenant. */
export interface Connection {
  tenant: number;
  id: string;
  /** A name of ingest/sources/providers.ts. */
  provider: string;
  /** The source of records that name none. */
  source: string;
  name: string;
  /** Null once the connection is disabled. */
  secret: Buffer | null;
  secretMadeAt: Date;
  /** The one before, as long as it is still good. */
  formerSecret: Buffer | null;
  formerMadeAt: Date | null;
  formerEndsAt: Date | null;
  createdAt: Date;
  /** Exact to a minute. */
  lastUsedAt: Date | null;
  disabledAt: Date | null;
}

export const ConnectionEntity = new EntitySchema<Connection>({
  name: 'connection',
  columns: {
    tenant: { type: 'int4', primary: true },
    id: { type: 'uuid', primary: true },
    provider: { type: 'text' },
    source: { type: 'text' },
    name: { type: 'text' },
    secret: { type: 'bytea', nullable: true, select: false },
    secretMadeAt: { type: 'timestamptz', name: 'secret_made_at' },
    formerSecret: { type: 'bytea', name: 'former_secret', nullable: true, select: false },
    formerMadeAt: { type: 'timestamptz', name: 'former_made_at', nullable: true },
    formerEndsAt: { type: 'timestamptz', name: 'former_ends_at', nullable: true },
    createdAt: { type: 'timestamptz', name: 'created_at', createDate: true },
    lastUsedAt: { type: 'timestamptz', name: 'last_used_at', nullable: true },
    disabledAt: { type: 'timestamptz', name: 'disabled_at', nullable: true },
  },
});
