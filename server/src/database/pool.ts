import pg from 'pg';

/** The role the service works as; migration 0001 makes it. */
export const APP_ROLE = 'switchboard_app';

export interface PoolSettings {
  /** The most connections at a time. */
  max: number;
  /** After how many milliseconds PostgreSQL ends a statement; 0 = never. Default 30,000. */
  statementTimeoutMs?: number;
  /** How long a request waits for a connection before it fails. Default 5,000 ms. */
  connectTimeoutMs?: number;
  /** Told when an idle connection breaks: the pool replaces it, so it is news, not a failure. */
  onIdleError?: (error: Error) => void;
}

/**
 * A pool whose sessions are the application role from their first statement on, whoever the URL logs in as.
 * Type parsers stay pg's own: int8 and numeric arrive as strings.
 */
export function createPool(url: string, settings: PoolSettings): pg.Pool {
  const parameters = {
    role: APP_ROLE,
    timezone: 'UTC',
    jit: 'off',
    statement_timeout: settings.statementTimeoutMs ?? 30_000,
    idle_in_transaction_session_timeout: 60_000,
  };
  const pool = new pg.Pool({
    connectionString: url,
    max: settings.max,
    application_name: 'switchboard',
    connectionTimeoutMillis: settings.connectTimeoutMs ?? 5_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    // Statements that need no answer of each other go out at once; each is still answered in order.
    pipeline: true,
    options: Object.entries(parameters)
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(' '),
  });
  pool.on('error', (error) => settings.onIdleError?.(error));
  return pool;
}
