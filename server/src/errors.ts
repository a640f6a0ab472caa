import { withoutKeys } from './hidden-keys.js';

/** Every error the service answers with: what the status means to the sender, and the sentence said unless a better one is known. */
export const ERRORS = {
  invalid_request: { status: 400, title: 'Invalid request', text: 'The request does not have the expected shape.' },
  invalid_json: { status: 400, title: 'Invalid JSON', text: 'The body is not JSON.' },
  invalid_encoding: { status: 400, title: 'Invalid encoding', text: 'The body is not what its encoding says.' },
  invalid_key: { status: 401, title: 'Invalid key', text: 'A valid key is needed: Authorization: Bearer swb_….' },
  invalid_signature: {
    status: 401,
    title: 'Invalid signature',
    text: 'No connection of this address takes the delivery: its signature, its time or the address is wrong.',
  },
  missing_scope: { status: 403, title: 'Missing scope', text: 'The key does not have the scope that this needs.' },
  cross_site: {
    status: 403,
    title: 'From another site',
    text: 'With a session, only its own pages may change something: the request says that it comes from elsewhere.',
  },
  not_found: { status: 404, title: 'Not found', text: 'There is nothing here.' },
  method_not_allowed: { status: 405, title: 'Method not allowed', text: 'The address does not take this method.' },
  already_exists: { status: 409, title: 'Already exists', text: 'There is one of this name.' },
  body_too_large: { status: 413, title: 'Body too large', text: 'The body is larger than 16 MiB after inflation.' },
  unsupported_media_type: {
    status: 415,
    title: 'Unsupported media type',
    text: 'The body must be application/json or application/x-ndjson, plain or gzip.',
  },
  too_many_requests: { status: 429, title: 'Too many requests', text: 'There are too many requests: try again later.' },
  internal: {
    status: 500,
    title: 'Internal error',
    text: 'Something went wrong here; the error id finds it in the log.',
  },
  overloaded: { status: 503, title: 'Overloaded', text: 'The service is busy: try again.' },
  not_ready: { status: 503, title: 'Not ready', text: 'The service is not ready.' },
  database_unavailable: {
    status: 503,
    title: 'Database unavailable',
    text: 'The database does not answer: try again.',
  },
  statement_timeout: {
    status: 503,
    title: 'Took too long',
    text: 'The question took too long: ask for less, or try again.',
  },
} as const satisfies Record<string, { status: number; title: string; text: string }>;

export type ErrorCode = keyof typeof ERRORS;

/** Members beside those of RFC 9457: which field, which items. Never a secret, never an internal name. */
export type ProblemExtras = Readonly<Record<string, unknown>>;

/** RFC 9457 problem details as they go out. */
export interface ProblemBody extends Record<string, unknown> {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  /** The request's id, which its log lines carry too. */
  errorId: string;
}

/** A sentence about a failure of ours with the id that finds it in the log, as the plugin writes it too. */
export function withErrorId(sentence: string, id: string): string {
  return `${sentence} (error id ${id})`;
}

/** An expected failure: becomes problem details with the code's status. */
export class Problem extends Error {
  override readonly name = 'Problem';

  /** One English sentence; the table's own where missing. */
  readonly detail: string;
  readonly extras: ProblemExtras;

  constructor(
    readonly code: ErrorCode,
    detail: string = ERRORS[code].text,
    extras: ProblemExtras = {},
    options?: ErrorOptions,
  ) {
    super(withoutKeys(detail), options);
    this.detail = this.message;
    this.extras = JSON.parse(withoutKeys(JSON.stringify(extras))) as ProblemExtras;
  }

  get status(): number {
    return ERRORS[this.code].status;
  }

  /** The answer's body (application/problem+json). */
  toBody(errorId: string): ProblemBody {
    const { status, title } = ERRORS[this.code];
    return {
      ...this.extras,
      type: `urn:switchboard:error:${this.code}`,
      title,
      status,
      detail: this.detail,
      code: this.code,
      errorId,
    };
  }
}
