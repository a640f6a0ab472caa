import { randomUUID } from 'node:crypto';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import type { Logger } from 'pino';
import { requestSeconds } from '../health/metrics.js';
import { registerBodyParsers } from './body.js';
import { discardRest } from './discard.js';
import { BODY_LIMIT } from './inflate.js';
import { toProblem } from './problem.filter.js';

/** How long a sender may take for a whole request; half-open and dripping ones end here. */
const REQUEST_MS = 60_000;
const LONGEST_PARAMETER = 250;

/** The HTTP server: bounded bodies, an id for each request, a log line and a measurement for each answer. */
export function createAdapter(log: Logger): FastifyAdapter {
  const adapter = new FastifyAdapter({
    loggerInstance: log,
    // Its own lines show addresses with their queries; `record` below writes one without.
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'errorId' }),
    genReqId: () => randomUUID(),
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_MS,
    routerOptions: { maxParamLength: LONGEST_PARAMETER },
    // What the router itself refuses (a malformed address) never reaches a filter.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      const problem = toProblem(error);
      void reply.code(problem.status).type('application/problem+json; charset=utf-8').send(problem.toBody(request.id));
    },
  });
  const fastify = adapter.getInstance();
  registerBodyParsers(fastify);
  fastify.addHook('onRequest', (request: FastifyRequest, reply: FastifyReply, done) => {
    void reply.header('x-request-id', request.id);
    done();
  });
  // Whatever was not read when the answer goes out: a refused body, or one that the route does not take.
  fastify.addHook('onSend', (request: FastifyRequest, _: FastifyReply, payload, done) => {
    discardRest(request.raw);
    done(null, payload);
  });
  fastify.addHook('onResponse', (request: FastifyRequest, reply: FastifyReply, done) => {
    record(request, reply);
    done();
  });
  return adapter;
}

function record(request: FastifyRequest, reply: FastifyReply): void {
  // The route's pattern, not the address: identifiers make no time series.
  const route = request.routeOptions.url ?? 'none';
  const { method } = request;
  const status = reply.statusCode;
  requestSeconds.observe({ method, route, status }, reply.elapsedTime / 1000);
  request.log.debug({ method, route, status, ms: Math.round(reply.elapsedTime) }, 'answered');
}
