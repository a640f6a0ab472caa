import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const LOOK_MS = 100;

/**
 * Takes no more requests and resolves when those in flight are answered. A connection whose request was in flight when the
 * closing began is kept alive after its answer, so idle ones are looked for until the end.
 */
export async function close(app: NestFastifyApplication): Promise<void> {
  const looking = setInterval(() => app.getHttpServer().closeIdleConnections(), LOOK_MS);
  try {
    await app.close();
  } finally {
    clearInterval(looking);
  }
}
