import pg from 'pg';
import { together } from '../together.js';

/** The administration of the platform: row-level security shows it every tenant. */
export const PLATFORM_TENANT = 0;

export interface SessionOptions {
  readOnly?: boolean;
  isolation?: 'read committed' | 'repeatable read';
  /** After how many milliseconds PostgreSQL ends a statement of this session; the pool's own limit otherwise. */
  statementTimeoutMs?: number;
  /** After how many milliseconds the connection is given up, for a server that fell silent. Default: 2 minutes, none with a statement limit of one's own. */
  deadlineMs?: number;
}

const DEADLINE_MS = 120_000;

const BEGIN = {
  'read committed': {
    write: 'begin isolation level read committed',
    read: 'begin isolation level read committed read only',
  },
  'repeatable read': {
    write: 'begin isolation level repeatable read',
    read: 'begin isolation level repeatable read read only',
  },
} as const;

/**
 * Runs the work in one transaction that sees only the tenant's rows; commits when it resolves, rolls back when it throws.
 * @param tenant the tenant's number, 0 for the platform's administration
 */
export async function withTenant<T>(
  pool: pg.Pool,
  tenant: number,
  work: (client: pg.PoolClient) => Promise<T>,
  options: SessionOptions = {},
): Promise<T> {
  if (!Number.isSafeInteger(tenant) || tenant < 0) throw new RangeError(`${tenant} is no tenant's number.`);
  const client = await pool.connect();
  let broken: Error | undefined;
  // A connection that dies between two statements reports it here; unheard, it would end the process.
  const onError = (error: Error): void => {
    broken = error;
  };
  client.on('error', onError);
  const deadline = giveUpAfter(client, options);
  try {
    const [, result] = await together([begin(client, tenant, options), work(client)]);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => {
      broken ??= failure;
    });
    throw error;
  } finally {
    clearTimeout(deadline);
    client.off('error', onError);
    client.release(broken);
  }
}

/** Cutting a connection makes the statement that it is waiting for fail at once. */
function giveUpAfter(client: pg.PoolClient, options: SessionOptions): NodeJS.Timeout | undefined {
  const limit = options.deadlineMs ?? (options.statementTimeoutMs === undefined ? DEADLINE_MS : undefined);
  return limit === undefined ? undefined : setTimeout(() => cut(client), limit).unref();
}

/** pg has the connection without declaring it for clients of a pool; its own `end` would wait for the answer. */
function cut(client: pg.PoolClient): void {
  const connection: unknown = Reflect.get(client, 'connection');
  if (connection instanceof pg.Connection) connection.stream.destroy();
}

/** Sends what opens the transaction; what the work asks first goes out with it. */
async function begin(client: pg.PoolClient, tenant: number, options: SessionOptions): Promise<void> {
  const opening = client.query(BEGIN[options.isolation ?? 'read committed'][options.readOnly ? 'read' : 'write']);
  const settings =
    options.statementTimeoutMs === undefined
      ? client.query("select set_config('app.tenant', $1, true)", [String(tenant)])
      : client.query("select set_config('app.tenant', $1, true), set_config('statement_timeout', $2, true)", [
          String(tenant),
          String(options.statementTimeoutMs),
        ]);
  await together([opening, settings]);
}
