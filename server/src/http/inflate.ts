import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Problem } from '../errors.js';
import type { Budget, Share } from './budget.js';
import { reclaimRefused } from './reclaim.js';

/** The most bytes a body may have, inflated. */
export const BODY_LIMIT = 16 * 1024 * 1024;
/** A body up to here takes no share of the budget: most are smaller. */
const SMALL = 64 * 1024;

/**
 * Reads a body, plain or gzip, and uses it; stops at the first byte beyond the limit: a bomb is never inflated.
 * @param use what becomes of the bytes; their share of the budget is given back afterwards
 * @throws Problem body_too_large, invalid_encoding, unsupported_media_type, overloaded
 */
export async function readBody<T>(request: IncomingMessage, budget: Budget, use: (body: Buffer) => T): Promise<T> {
  const declared = request.headers['content-length'];
  if (Number(declared ?? 0) > BODY_LIMIT) throw new Problem('body_too_large');
  const source = decode(request);
  const most = source === request && declared !== undefined ? Number(declared) : BODY_LIMIT;
  let share: Share | undefined;
  try {
    return use(await collect(source, async () => (share = await budget.take(most))));
  } catch (error) {
    if (source !== request) {
      request.unpipe();
      source.destroy();
    }
    if (share !== undefined) reclaimRefused();
    throw error instanceof Problem ? error : unreadable(error);
  } finally {
    share?.release();
  }
}

function decode(request: IncomingMessage): Readable {
  const encoding = (request.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (encoding === 'identity') return request;
  if (encoding === 'gzip' || encoding === 'x-gzip') {
    const gunzip = createGunzip();
    request.once('aborted', () => gunzip.destroy(new Problem('invalid_encoding', 'The body ended too early.')));
    return request.pipe(gunzip);
  }
  const detail = `The content encoding must be gzip or none, not "${encoding.slice(0, 40)}".`;
  throw new Problem('unsupported_media_type', detail);
}

async function collect(source: Readable, reserve: () => Promise<unknown>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  const bytes: AsyncIterable<Buffer> = source.iterator({ destroyOnReturn: false });
  for await (const chunk of bytes) {
    if (length + chunk.length > BODY_LIMIT) throw new Problem('body_too_large');
    if (length <= SMALL && length + chunk.length > SMALL) await reserve();
    length += chunk.length;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

function unreadable(error: unknown): Problem {
  const isGzip = error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
  const detail = isGzip ? 'The body is not gzip, though its encoding says so.' : 'The body ended too early.';
  return new Problem('invalid_encoding', detail, {}, { cause: error });
}
