/** What the service says when it refuses (RFC 9457). */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    /** The HTTP status; 0 where there was no answer at all. */
    readonly status: number,
    /** The service's own code, such as `invalid_key`. */
    readonly code: string,
    message: string,
    /** Finds the answer in the service's log. */
    readonly errorId: string | undefined,
    /** Each wrong field by its path. */
    readonly fields: readonly { field: string; message: string }[] = [],
  ) {
    super(message);
  }
}

type Parameters = Readonly<Record<string, string | number | boolean | null | undefined>>;

interface Options {
  /** Parameters of the address; those without a value are left out. */
  query?: Parameters;
  /** Sent as JSON. */
  body?: unknown;
  signal?: AbortSignal;
}

let signedOut: () => void = () => undefined;

/** Tells what to do when the service no longer knows the session. */
export function onSignedOut(listener: () => void): void {
  signedOut = listener;
}

/** Whether the request was given up by the page itself, which is no failure. */
export const isAborted = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';

function address(path: string, query: Parameters = {}): string {
  const given = Object.entries(query).flatMap(([name, value]) => (value == null ? [] : [[name, String(value)]]));
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`;
}

async function refusal(response: Response): Promise<ApiError> {
  const told = (await response.json().catch(() => ({}))) as Partial<{
    code: string;
    detail: string;
    errorId: string;
    errors: { field: string; message: string }[];
  }>;
  const text = told.detail ?? `${response.status} ${response.statusText}`;
  return new ApiError(response.status, told.code ?? 'unknown', text, told.errorId, told.errors);
}

async function request<Answer>(method: string, path: string, { query, body, signal }: Options = {}): Promise<Answer> {
  // Every request that changes something is JSON: the service takes nothing else from a cookie's holder.
  const changes = method !== 'GET';
  const response = await fetch(address(path, query), {
    method,
    credentials: 'same-origin',
    headers: { accept: 'application/json', ...(changes ? { 'content-type': 'application/json' } : {}) },
    ...(changes ? { body: JSON.stringify(body ?? {}) } : {}),
    ...(signal === undefined ? {} : { signal }),
  }).catch((error: unknown) => {
    if (isAborted(error)) throw error;
    throw new ApiError(0, 'unreachable', String(error), undefined);
  });
  if (!response.ok) {
    if (response.status === 401) signedOut();
    throw await refusal(response);
  }
  return (response.status === 204 ? undefined : await response.json()) as Answer;
}

/**
 * The service's HTTP interface, paths as in its description (`/api/v1/…`).
 * @throws ApiError when it refuses or cannot be reached; a DOMException named AbortError when given up
 */
export const api = {
  get: <Answer>(path: string, options?: Omit<Options, 'body'>) => request<Answer>('GET', path, options),
  post: <Answer>(path: string, options?: Options) => request<Answer>('POST', path, options),
  patch: <Answer>(path: string, options?: Options) => request<Answer>('PATCH', path, options),
  delete: <Answer = void>(path: string, options?: Options) => request<Answer>('DELETE', path, options),
};
