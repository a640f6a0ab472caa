import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ErrorCode, ERRORS, Problem } from '../errors.js';
import { problems } from '../health/metrics.js';
import { databaseFailure } from './database-failure.js';

const BY_STATUS: Readonly<Record<number, ErrorCode>> = {
  400: 'invalid_request',
  401: 'invalid_key',
  403: 'missing_scope',
  404: 'not_found',
  405: 'method_not_allowed',
  409: 'already_exists',
  413: 'body_too_large',
  414: 'invalid_request',
  415: 'unsupported_media_type',
  429: 'too_many_requests',
  503: 'overloaded',
};
const RETRY_AFTER_SECONDS = 5;

/** Whatever was thrown, as the problem the sender is told; what nobody foresaw is an internal error without details. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const failure = databaseFailure(error);
  if (failure !== undefined) return new Problem(failure, ERRORS[failure].text, {}, { cause: error });
  const code = BY_STATUS[statusOf(error)] ?? 'internal';
  return new Problem(code, ERRORS[code].text, {}, { cause: error });
}

/** Nest's own exceptions and Fastify's errors carry the status they mean. */
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const isFastify = error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number';
  return isFastify ? Number(error.statusCode) : 500;
}

/** The last stop of every error: logged with the request's id, answered as RFC 9457 problem details. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = toProblem(error);
    if (problem.status >= 500) request.log.error({ err: problem.cause ?? problem, code: problem.code }, problem.detail);
    problems.inc({ code: problem.code });
    if (reply.sent) return;
    if (problem.status === 503 || problem.status === 429) void reply.header('retry-after', RETRY_AFTER_SECONDS);
    if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
    // Fastify would cut the connection under a sender in the middle of its body, who then never reads why.
    void reply.removeHeader('connection');
    void reply.code(problem.status).type('application/problem+json; charset=utf-8').send(problem.toBody(request.id));
  }
}
