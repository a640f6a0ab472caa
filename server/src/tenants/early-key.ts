import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { authenticate } from './key.guard.js';
import { KeyRing } from './key-ring.js';

const KEYED = '/api/v1/';

/** Asks for the key before a body is read: the guard runs after it, and strangers shall not have theirs stored so long. */
export function checkKeysEarly(app: NestFastifyApplication): void {
  const keys = app.get(KeyRing);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async (request) => {
      const hasBody =
        request.headers['content-length'] !== undefined || request.headers['transfer-encoding'] !== undefined;
      if (hasBody && request.url.startsWith(KEYED)) request.caller = await authenticate(request, keys);
    });
}
