import type { FastifyReply, FastifyRequest } from 'fastify';

/** How long a session lasts, however it is used. */
export const SESSION_SECONDS = 12 * 3600;

/** A browser accepts the longer name only from https, for the whole host, from nobody else. */
const name = (secure: boolean): string => (secure ? '__Host-switchboard' : 'switchboard');
const TOKEN = /^[\w-]{43}$/;

/** The token that the browser holds; nothing when it holds none of ours. */
export function readSessionCookie(request: FastifyRequest, secure: boolean): string | undefined {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = pair.split('=', 2).map((part) => part.trim());
    if (key === name(secure) && value !== undefined && TOKEN.test(value)) return value;
  }
  return undefined;
}

/** Gives the browser the token, out of the reach of the page's programs and of other sites; without one takes it away. */
export function writeSessionCookie(reply: FastifyReply, secure: boolean, token: string | undefined): void {
  const lasting = `Max-Age=${token === undefined ? 0 : SESSION_SECONDS}`;
  const attributes = ['Path=/', 'HttpOnly', 'SameSite=Strict', lasting, ...(secure ? ['Secure'] : [])];
  void reply.header('set-cookie', [`${name(secure)}=${token ?? ''}`, ...attributes].join('; '));
}
