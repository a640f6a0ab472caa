import { connect } from 'node:net';
import type pg from 'pg';

/** What PostgreSQL tells each connection at its start, for cancelling it from another one. */
interface BackendKey {
  readonly processID: number;
  readonly secretKey: number;
  readonly host: string;
  readonly port: number;
}

/** pg keeps the key without declaring it. */
function hasKey(client: object): client is BackendKey {
  const known = (name: string, type: string): boolean => typeof Reflect.get(client, name) === type;
  return (
    known('processID', 'number') && known('secretKey', 'number') && known('host', 'string') && known('port', 'number')
  );
}

const CANCEL_REQUEST = 80_877_102;
const PATIENCE_MS = 5_000;

/**
 * Ends what a connection is running, by the protocol's own request: `pg_cancel_backend` would need a connection of the pool
 * that may have none left. Resolves once PostgreSQL has passed the request on, or cannot be reached.
 */
function cancelRunning(client: pg.PoolClient): Promise<void> {
  if (!hasKey(client)) return Promise.resolve();
  const { host, port, processID, secretKey } = client;
  const message = Buffer.alloc(16);
  [16, CANCEL_REQUEST, processID, secretKey].forEach((part, index) => message.writeInt32BE(part, index * 4));
  return new Promise((resolve) => {
    const socket = connect(host.startsWith('/') ? { path: `${host}/.s.PGSQL.${port}` } : { host, port });
    socket.setTimeout(PATIENCE_MS, () => socket.destroy());
    socket.on('error', () => undefined);
    socket.on('close', () => resolve());
    socket.on('connect', () => socket.write(message));
    socket.resume();
  });
}

/** Runs the work on a connection; when the signal says that nobody waits for it any more, what is running ends. */
export async function abandonable<T>(client: pg.PoolClient, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  let cancelling: Promise<void> | undefined;
  const onAbort = () => {
    cancelling = cancelRunning(client);
  };
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await work();
  } finally {
    signal.removeEventListener('abort', onAbort);
    // A request that arrives late must not hit whoever has the connection next.
    await cancelling;
  }
}
