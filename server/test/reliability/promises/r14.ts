import { createHash } from 'node:crypto';
import { atLeast, counted, exactly, type Figure, none } from '../figures.js';
import type { Given } from '../given.js';
import { knownRoutes, type KnownRoute } from '../routes/known-routes.js';
import type { Scope } from '../routes/rules.js';
import { dump } from '../service/owner.js';
import { ADMIN_KEY, type ServiceProcess } from '../service/service-process.js';
import { makeKey, makeTenant } from '../service/tenants.js';
import { Wire } from '../service/wire.js';
import { spill } from './spill.js';

const SUBSETS: readonly Scope[][] = [
  ['ingest'], ['read'], ['admin'], ['ingest', 'read'], ['ingest', 'admin'], ['read', 'admin'], ['ingest', 'read', 'admin'],
]; // prettier-ignore

/**
 * R14: keys are safe. A key is shown once and stored as a digest; every route is tried with every set of scopes, without a
 * key, and with unknown, expired and revoked ones; and valid keys are put into every place of a request where they do not
 * belong, with and without a database, after which they must be in no log, no answer and no dump.
 */
export async function proveR14({ program, openStage, log, keys: many }: Given & { keys: number }): Promise<Figure[]> {
  const stage = await openStage();
  const { wire, url } = await Wire.to(stage.databaseUrl);
  const service = await program.start({ DATABASE_URL: url, LOG_LEVEL: 'trace' });
  try {
    await makeTenant(service, stage.databaseUrl, 'keys');
    const made: string[] = [];
    for (let n = 0; n < many; n += 1) made.push(await makeKey(service, 'keys', { scopes: ['read'] }));
    const listed = await everyKeyListed(service);
    const routes = await knownRoutes(service, 'keys');
    const matrix = await tryScopes(service, routes, log);
    const ends = await tryEnds(service, routes, log);

    const canaries = [
      made[0]!,
      await makeKey(service, 'keys', { scopes: ['admin'] }),
      ADMIN_KEY,
      `swb_${'Z'.repeat(32)}`,
    ];
    const answers = [...(await spill(service, canaries)), ...(await spilledWithoutDatabase(service, wire, canaries))];
    const held = await dump(stage.databaseUrl);
    const all = [...made, ...canaries];
    const traces = all.flatMap(tracesOf);
    const inAnswers = answers.filter(({ text }) => traces.some((trace) => text.includes(trace)));
    for (const { what } of inAnswers.slice(0, 20)) log(`the answer shows the key: ${what}`);
    const lines = service.log().split('\n');
    const inLog = lines.filter((line) => traces.some((trace) => line.includes(trace)));
    for (const line of inLog.slice(0, 5)) log(`the log shows a key: ${line.slice(0, 200)}`);
    return [
      counted('keys made', made.length),
      exactly('different ones', new Set(made).size, many),
      none('keys shown again by a list', made.filter((key) => listed.includes(key)).length),
      none('keys in a dump of the database', traces.filter((trace) => held.includes(trace)).length),
      exactly('of their digests in the dump', made.filter((key) => held.includes(digestOf(key))).length, many),
      counted('routes', routes.length),
      counted('calls with every set of scopes', matrix.calls),
      none('let in without the scope, or kept out with it', matrix.wrong),
      counted('calls without a key, or with an unknown, expired or revoked one', ends.calls),
      none('of them let in', ends.wrong),
      counted('requests with a key where it does not belong', answers.length),
      none('answers that show a key', inAnswers.length),
      atLeast('lines of the log, at its most talkative', lines.length, answers.length),
      none('lines that show a key', inLog.length),
      none('keys in the log of PostgreSQL', all.filter((key) => stage.serverLog().includes(key)).length),
    ];
  } finally {
    wire.close();
    await service.stop();
  }
}

const digestOf = (key: string): string => createHash('sha256').update(key).digest('hex');

/** The key itself, and as the encodings that a log or dump would use. */
function tracesOf(key: string): string[] {
  const bytes = Buffer.from(key);
  return [key, bytes.toString('hex'), bytes.toString('base64').replace(/=+$/, '').slice(0, -2), key.slice(4)];
}

async function everyKeyListed(service: ServiceProcess): Promise<string> {
  let text = '';
  for (let cursor = ''; ;) {
    const { body } = await service.call('GET', `/api/v1/tenants/keys/keys?limit=200${cursor}`, ADMIN_KEY);
    text += JSON.stringify(body);
    if (body.nextCursor === null) return text;
    cursor = `&cursor=${body.nextCursor}`;
  }
}

const SIGN_IN = '/api/v1/session';

/** Deletes nothing: ids that are nowhere, and tenants are deleted by the platform only, which is not asked here. */
async function tryScopes(
  service: ServiceProcess,
  routes: readonly KnownRoute[],
  log: Given['log'],
): Promise<{ calls: number; wrong: number }> {
  const found = { calls: 0, wrong: 0 };
  for (const scopes of SUBSETS) {
    const key = await makeKey(service, 'keys', { scopes });
    for (const route of routes) {
      // Its key is the one in its body.
      if (route.method === 'POST' && route.path === SIGN_IN) continue;
      const answer = await service.call(route.method, route.path, key, route.body);
      const { status } = answer;
      const mayCome =
        route.scopes === null || route.scopes.length === 0 || route.scopes.some((scope) => scopes.includes(scope));
      const isPlatform = route.key === 'bootstrap';
      const isRight = route.isSigned
        ? status === 401
        : mayCome && !isPlatform
          ? status < 500 && status !== 401 && status !== 403
          : status === 403;
      found.calls += 1;
      if (isRight) continue;
      found.wrong += 1;
      log(`${route.method} ${route.path} with ${scopes.join(' and ')}: ${await service.explain(answer)}`);
    }
  }
  return found;
}

async function tryEnds(
  service: ServiceProcess,
  routes: readonly KnownRoute[],
  log: Given['log'],
): Promise<{ calls: number; wrong: number }> {
  const scopes = ['ingest', 'read', 'admin'];
  const expired = await makeKey(service, 'keys', { scopes, expiresAt: new Date(Date.now() + 1_500).toISOString() });
  const revoked = await service.call('POST', '/api/v1/tenants/keys/keys', ADMIN_KEY, { name: 'gone', scopes });
  const used = [expired, revoked.body.key as string];
  for (const key of used) {
    const answer = await service.call('GET', '/api/v1/whoami', key);
    if (answer.status !== 200) log(`a new key is refused: ${await service.explain(answer)}`);
  }
  await service.call('DELETE', `/api/v1/tenants/keys/keys/${revoked.body.id}`, ADMIN_KEY);
  await new Promise((resolve) => setTimeout(resolve, 1_600));
  const bad = [undefined, ...used, `swb_${'x'.repeat(32)}`, 'swb_', used[0]!.slice(0, -1), used[0]!.toUpperCase()];
  const found = { calls: 0, wrong: 0 };
  for (const { method, path, body } of routes.filter((route) => route.scopes !== null)) {
    for (const key of bad) {
      found.calls += 1;
      const { status } = await service.call(method, path, key, body);
      if (status === 401) continue;
      found.wrong += 1;
      log(`${method} ${path} with ${key === undefined ? 'no key' : `the bad key no. ${bad.indexOf(key)}`}: ${status}`);
    }
  }
  return found;
}

async function spilledWithoutDatabase(service: ServiceProcess, wire: Wire, canaries: readonly string[]) {
  wire.become('cut');
  const answers = await spill(service, canaries);
  wire.become('whole');
  return answers;
}
