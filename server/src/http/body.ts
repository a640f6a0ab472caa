import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';
import { Problem } from '../errors.js';
import { Budget } from './budget.js';
import { BODY_LIMIT, readBody } from './inflate.js';
import { parseJson, parseNdjson } from './json.js';

export type { NdjsonLine } from './json.js';

export const NDJSON = 'application/x-ndjson';
const FORM = 'application/x-www-form-urlencoded';
/** Whose routes sign the very bytes: their requests keep them. */
const SIGNED_ROUTES = '/hooks/';

/** All large bodies together, while they are read. */
const budget = new Budget(BODY_LIMIT, 10_000);

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
  add(fastify, FORM, (body, request) => {
    // Providers' webhooks only; anybody else has forgotten to say what the body is.
    if (!request.url.startsWith(SIGNED_ROUTES)) throw new Problem('unsupported_media_type');
    return Object.fromEntries(new URLSearchParams(body.toString('utf8')));
  });
}

function add(fastify: FastifyInstance, type: string, parse: (body: Buffer, request: FastifyRequest) => unknown): void {
  fastify.addContentTypeParser(type, (request: FastifyRequest, payload: IncomingMessage) => {
    return readBody(payload, budget, (body) => {
      if (request.url.startsWith(SIGNED_ROUTES)) request.rawBody = body;
      return parse(body, request);
    });
  });
}
