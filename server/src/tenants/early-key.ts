import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Sessions } from '../console/sessions.js';
import { Problem } from '../errors.js';
import { authenticate } from './key.guard.js';
import { KeyRing } from './key-ring.js';

const KEYED = '/api/v1/';
/** Whoever signs in has no key to show yet, and nothing to say but one. */
const SIGN_IN = '/api/v1/session';
const SIGN_IN_BYTES = 1_000;

/** Asks for the key before a body is read: the guard runs after it, and strangers shall not have theirs stored so long. */
export function checkKeysEarly(app: NestFastifyApplication): void {
  const keys = app.get(KeyRing);
  const sessions = app.get(Sessions);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async (request) => {
      const hasBody =
        request.headers['content-length'] !== undefined || request.headers['transfer-encoding'] !== undefined;
      if (!hasBody || !request.url.startsWith(KEYED)) return;
      if (request.method === 'POST' && request.url === SIGN_IN) {
        const bytes = Number(request.headers['content-length'] ?? Infinity);
        if (bytes > SIGN_IN_BYTES) throw new Problem('body_too_large', 'A key is not that long.');
      } else {
        request.caller = await authenticate(request, keys, sessions);
      }
    });
}
