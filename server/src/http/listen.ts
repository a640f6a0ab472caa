import { once } from 'node:events';
import { createServer } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** What the system says, and what that means to whoever chose the port. */
const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is used by another program: stop that one or set PORT',
  EACCES: 'may not be used by this user: set PORT to one above 1023',
  EADDRNOTAVAIL: 'is no address of this machine: set HOST',
  ENOTFOUND: 'is no address of this machine: set HOST',
};

/** The sentence for a port that cannot be had; the failure itself where there is none. */
function explained(error: unknown, { host, port }: { host: string; port: number }): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = REASONS[code];
  return reason === undefined ? error : new Error(`Port ${port} of ${host} ${reason}.`, { cause: error });
}

/**
 * Tries the port for a moment.
 * @throws a sentence when the port or the address cannot be had
 */
export async function ensurePort(address: { host: string; port: number }): Promise<void> {
  const server = createServer();
  try {
    server.listen(address.port, address.host);
    await once(server, 'listening');
  } catch (error) {
    throw explained(error, address);
  } finally {
    server.close();
  }
}

/**
 * Opens the port and says where the service is.
 * @throws a sentence when the port or the address cannot be had
 */
export async function listen(
  app: NestFastifyApplication,
  { host, port }: { host: string; port: number },
): Promise<string> {
  try {
    await app.listen(port, host);
  } catch (error) {
    throw explained(error, { host, port });
  }
  const address = app.getHttpServer().address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${bound}`;
}
