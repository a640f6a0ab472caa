import type { ErrorCode } from '../errors.js';

/** Classes and codes of PostgreSQL errors that say "not now" (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
const BY_SQLSTATE: readonly (readonly [RegExp, ErrorCode])[] = [
  [/^57014$/, 'statement_timeout'],
  [/^57P0\d$/, 'database_unavailable'],
  [/^08/, 'database_unavailable'],
  [/^25P0[34]$/, 'statement_timeout'],
  [/^53/, 'overloaded'],
  [/^55P03$/, 'overloaded'],
  [/^40(001|P01)$/, 'overloaded'],
];
const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
/** pg has no codes for its own failures. */
const BY_MESSAGE: readonly (readonly [RegExp, ErrorCode])[] = [
  [/timeout exceeded when trying to connect/, 'overloaded'],
  [
    /Connection terminated|not queryable|client was closed|Client has encountered a connection error/,
    'database_unavailable',
  ],
];

/** What a failure of the database means to the sender; nothing when it is a mistake of ours, or not the database's. */
export function databaseFailure(error: unknown): ErrorCode | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const message = 'message' in error && typeof error.message === 'string' ? error.message : '';
  if (NETWORK.has(code)) return 'database_unavailable';
  const bySqlstate = code.length === 5 ? BY_SQLSTATE.find(([pattern]) => pattern.test(code)) : undefined;
  const byMessage = code === '' ? BY_MESSAGE.find(([pattern]) => pattern.test(message)) : undefined;
  return (bySqlstate ?? byMessage)?.[1] ?? ('cause' in error ? databaseFailure(error.cause) : undefined);
}
