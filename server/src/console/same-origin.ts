import type { FastifyRequest } from 'fastify';
import { Problem } from '../errors.js';

const READING = new Set(['GET', 'HEAD']);
const JSON_BODY = /^application\/json\s*(;|$)/i;

/** Where a request says that it comes from: this site itself, another one, or it does not say (no browser). */
export function whereFrom(request: FastifyRequest, publicUrl: string | undefined): 'here' | 'elsewhere' | 'unsaid' {
  const { origin, host, 'sec-fetch-site': site } = request.headers;
  // Written by the browser itself: no page can change it.
  if (site !== undefined && site !== 'same-origin') return 'elsewhere';
  if (origin === undefined) return site === undefined ? 'unsaid' : 'here';
  if (!URL.canParse(origin)) return 'elsewhere';
  const from = new URL(origin);
  const isPublic = publicUrl !== undefined && from.origin === new URL(publicUrl).origin;
  return isPublic || from.host === host ? 'here' : 'elsewhere';
}

/**
 * Lets a request pass that a cookie vouches for only if another site cannot have sent it: browsers add the cookie to
 * whatever they send here, also when a foreign page makes them. What only reads may come from anywhere, as other sites
 * cannot read the answers.
 * @throws Problem cross_site, unsupported_media_type
 */
export function requireSameOrigin(request: FastifyRequest, publicUrl: string | undefined): void {
  if (READING.has(request.method)) return;
  if (whereFrom(request, publicUrl) !== 'here') throw new Problem('cross_site');
  // Forms, which need no permission to be sent across sites, cannot send this type.
  if (!JSON_BODY.test(request.headers['content-type'] ?? '')) {
    throw new Problem('unsupported_media_type', 'With a session, requests that change something are application/json.');
  }
}
