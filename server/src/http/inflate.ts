import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Problem } from '../errors.js';

/** The most bytes a body may have, inflated. */
export const BODY_LIMIT = 16 * 1024 * 1024;
/** How long a refused sender may go on sending, so that it gets to read the refusal. */
const LINGER_MS = 2_000;

/**
 * Reads a body, plain or gzip, and stops at the first byte beyond the limit: a bomb is never inflated.
 * @throws Problem body_too_large, invalid_encoding, unsupported_media_type
 */
export async function readBody(request: IncomingMessage, limit: number = BODY_LIMIT): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > limit) throw refuse(request, new Problem('body_too_large'));
  const encoding = (request.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (encoding === 'identity') return collect(request, request, limit);
  if (encoding === 'gzip' || encoding === 'x-gzip') return collect(request, inflate(request), limit);
  throw refuse(
    request,
    new Problem('unsupported_media_type', `The content encoding must be gzip or none, not "${encoding.slice(0, 40)}".`),
  );
}

function inflate(request: IncomingMessage): Readable {
  const gunzip = createGunzip();
  request.once('aborted', () => gunzip.destroy(new Problem('invalid_encoding', 'The body ended too early.')));
  return request.pipe(gunzip);
}

async function collect(request: IncomingMessage, source: Readable, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of source.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > limit) throw new Problem('body_too_large');
      chunks.push(chunk);
    }
  } catch (error) {
    if (source !== request) {
      request.unpipe();
      source.destroy();
    }
    throw refuse(request, error instanceof Problem ? error : unreadable(error));
  }
  return Buffer.concat(chunks, length);
}

function unreadable(error: unknown): Problem {
  const isGzip = error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
  const detail = isGzip ? 'The body is not gzip, though its encoding says so.' : 'The body ended too early.';
  return new Problem('invalid_encoding', detail, {}, { cause: error });
}

/** Lets the rest of the body run into nothing for a moment, then ends the connection. */
function refuse(request: IncomingMessage, problem: Problem): Problem {
  if (request.complete) return problem;
  request.resume();
  const timer = setTimeout(() => request.destroy(), LINGER_MS);
  timer.unref();
  request.once('close', () => clearTimeout(timer));
  return problem;
}
