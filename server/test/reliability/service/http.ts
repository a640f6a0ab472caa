import type { Answer } from '../../app.js';

export type { Answer } from '../../app.js';

/** Calls the service over HTTP; a body that is no string or bytes is sent as JSON. */
export async function call(
  url: string,
  method: string,
  path: string,
  key?: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const isRaw = body === undefined || typeof body === 'string' || body instanceof Uint8Array;
  const response = await fetch(url + path, {
    method,
    redirect: 'manual',
    headers: {
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: isRaw ? (body as string) : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}

/** The worst status in an answer: its own, or that of a single query. */
export function worstStatus({ status, body }: Answer): number {
  const { results } = (body ?? {}) as { results?: Record<string, { status: number }> };
  return Math.max(status, ...Object.values(results ?? {}).map((result) => result.status));
}

/** Runs the jobs, `width` at a time, and waits for all. */
export async function inParallel<T>(
  jobs: Iterable<T>,
  width: number,
  run: (job: T, lane: number) => Promise<void>,
): Promise<void> {
  const queue = jobs[Symbol.iterator]();
  const lane = async (number: number): Promise<void> => {
    for (let next = queue.next(); next.done !== true; next = queue.next()) await run(next.value, number);
  };
  await Promise.all(Array.from({ length: width }, (_, number) => lane(number)));
}
