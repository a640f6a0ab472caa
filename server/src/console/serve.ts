import { randomBytes } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../errors.js';
import { type Asset, Built } from './built.js';
import { contentSecurityPolicy, HARDENING } from './content-security.js';
import { writeSessionCookie } from './session-cookie.js';
import { SignInLinks } from './sign-in-links.js';
import { SITE, type Site } from './site.js';

/** The addresses that the page itself tells apart. */
const PAGES = ['/', '/d/:uid', '/d/:uid/*', '/catalogue', '/intake'];
/** The page that asks for a key says that the link does no longer hold. */
const LINK_IS_OVER = '/?link=over';
const HTML = 'text/html; charset=utf-8';

const NOT_BUILT = `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <title>Switchboard</title>
</head>
<body>
  <h1>Switchboard</h1>
  <p>The service answers. The console is not built yet: npm start builds it, then reload this page.</p>
  <p><a href="/docs">The HTTP interface</a></p>
</body>
</html>
`;

/** Serves the built console and what signs in to it; the page's files carry names that change with their content. */
export function serveConsole(app: NestFastifyApplication, built: Built = new Built()): void {
  const fastify = app.getHttpAdapter().getInstance();
  const site = app.get<Site>(SITE);
  const links = app.get(SignInLinks);
  for (const path of PAGES) fastify.get(path, (_, reply) => sendPage(reply, built));
  // Who mistypes an address in a browser reads so in the console; programs get the answer that they get everywhere.
  for (const path of ['/:page', '/catalogue/*', '/intake/*'])
    fastify.get(path, (request, reply) =>
      isForPeople(request) ? sendPage(reply.code(404), built) : reply.callNotFound(),
    );
  fastify.get<{ Params: { '*': string } }>('/assets/*', (request, reply) => {
    const asset = built.find(`assets/${request.params['*']}`);
    if (asset === undefined) throw new Problem('not_found');
    return sendAsset(request, reply, asset, 'public, max-age=31536000, immutable');
  });
  fastify.get('/favicon.svg', (request, reply) => {
    const asset = built.find('favicon.svg');
    if (asset === undefined) throw new Problem('not_found');
    return sendAsset(request, reply, asset, 'public, max-age=3600');
  });
  fastify.get<{ Params: { code: string } }>('/sign-in/:code', async (request, reply) => {
    const token = await links.open(request.params.code, request.ip).catch(unlessWrong);
    if (token !== undefined) writeSessionCookie(reply, site.secure, token);
    const to = token === undefined ? LINK_IS_OVER : '/';
    return reply.headers({ ...HARDENING, 'cache-control': 'no-store' }).redirect(to, 303);
  });
}

function isForPeople({ headers: { accept = '' } }: FastifyRequest): boolean {
  return accept.includes('text/html');
}

/** Who follows a link that has run out finds the page that asks for a key, and says why. */
function unlessWrong(error: unknown): undefined {
  if (!(error instanceof Problem) || error.code !== 'invalid_key') throw error;
}

function sendPage(reply: FastifyReply, built: Built): FastifyReply {
  const nonce = randomBytes(18).toString('base64');
  const page = (built.index() ?? NOT_BUILT).replaceAll('{{nonce}}', nonce);
  return reply
    .headers({ ...HARDENING, 'cache-control': 'no-store', 'content-security-policy': contentSecurityPolicy(nonce) })
    .type(HTML)
    .send(page);
}

function sendAsset(request: FastifyRequest, reply: FastifyReply, asset: Asset, caching: string): FastifyReply {
  const taken = codingsOf(request.headers['accept-encoding'] ?? '');
  const [coding, content] = [...asset.coded].find(([name]) => taken.has(name)) ?? [];
  return reply
    .headers({ ...HARDENING, 'cache-control': caching, vary: 'accept-encoding' })
    .headers(coding === undefined ? {} : { 'content-encoding': coding })
    .type(asset.type)
    .send(content ?? asset.plain);
}

/** The codings that a browser takes (RFC 9110, 12.5.3): those that it gives no weight of nothing. */
function codingsOf(accepted: string): ReadonlySet<string> {
  const named = accepted.split(',').map((one) =>
    one
      .trim()
      .toLowerCase()
      .split(/\s*;\s*q=/),
  );
  return new Set(named.flatMap(([name = '', weight = '1']) => (Number(weight) > 0 ? [name] : [])));
}
