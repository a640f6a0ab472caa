import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';
import { Problem } from '../errors.js';
import { Budget } from './budget.js';
import { BODY_LIMIT, readBody } from './inflate.js';
import { parseJson, parseNdjson } from './json.js';

export type { NdjsonLine } from './json.js';

export const NDJSON = 'application/x-ndjson';
/** Whose routes sign the very bytes, of whatever type: their requests keep them as they are. */
const SIGNED_ROUTES = '/hooks/';
const PATIENCE_MS = 10_000;

/** All large bodies together, while they are read. */
const budget = new Budget(BODY_LIMIT, PATIENCE_MS);
/** The same for bodies that are read before it is known who sent them: strangers do not keep callers with a key waiting. */
const strangersBudget = new Budget(BODY_LIMIT, PATIENCE_MS);

declare module 'fastify' {
  interface FastifyRequest {
    /** The inflated bytes of the body; kept for /hooks/ only. */
    rawBody?: Buffer;
  }
}

/** Whether the body was sent as newline-delimited JSON: then it is an array of NdjsonLine. */
export function isNdjson(request: FastifyRequest): boolean {
  return (request.headers['content-type'] ?? '').toLowerCase().startsWith(NDJSON);
}

/** Replaces Fastify's parsers by ones that bound the inflated body and never give up a batch for one line. */
export function registerBodyParsers(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  add(fastify, 'application/json', parseJson);
  add(fastify, NDJSON, parseNdjson);
  fastify.addContentTypeParser('*', async (request: FastifyRequest, payload: IncomingMessage) => {
    if (isSigned(request)) await keepBytes(request, payload);
    else if (!request.is404) throw new Problem('unsupported_media_type');
  });
}

const isSigned = ({ routeOptions }: FastifyRequest): boolean => routeOptions.url?.startsWith(SIGNED_ROUTES) === true;

async function keepBytes(request: FastifyRequest, payload: IncomingMessage): Promise<void> {
  request.rawBody = await readBody(payload, strangersBudget, (body) => body);
}

function add(fastify: FastifyInstance, type: string, parse: (body: Buffer) => unknown): void {
  fastify.addContentTypeParser(type, (request: FastifyRequest, payload: IncomingMessage) =>
    isSigned(request) ? keepBytes(request, payload) : readBody(payload, budget, parse),
  );
}
