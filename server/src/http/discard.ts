import type { IncomingMessage } from 'node:http';
import { reclaimDiscarded } from './reclaim.js';

/** How long a refused sender may go on sending, so that it gets to read the refusal. */
const LINGER_MS = 2_000;

/** Lets the rest of a body that nobody wants run into nothing for a moment, then ends the connection. */
export function discardRest(request: IncomingMessage): void {
  if (request.complete) return;
  request.on('data', (chunk: Buffer) => reclaimDiscarded(chunk.length));
  // Whoever read it until now may have stopped it; a sender whose body is complete keeps the connection.
  request.resume();
  const timer = setTimeout(() => request.complete || request.destroy(), LINGER_MS);
  timer.unref();
  request.once('close', () => clearTimeout(timer));
}
