import type { FastifyReply } from 'fastify';

/**
 * Does work for a client that may hang up before it has its answer: the signal tells the work, and what it leaves behind is
 * nobody's failure.
 */
export async function whileWaiting<T>(
  { raw }: FastifyReply,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T | undefined> {
  const controller = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) controller.abort();
  });
  try {
    return await work(controller.signal);
  } catch (error) {
    if (controller.signal.aborted) return undefined;
    throw error;
  }
}
