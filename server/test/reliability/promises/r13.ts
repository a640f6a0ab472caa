import type { TestTenant } from '../../app.js';
import { atLeast, counted, type Figure, none } from '../figures.js';
import type { Given, Stage } from '../given.js';
import { Random } from '../random.js';
import { fill, knownRoutes, type KnownRoute, NOWHERE } from '../routes/known-routes.js';
import { inParallel, worstStatus } from '../service/http.js';
import { queryAsOwner } from '../service/owner.js';
import { makeTenant } from '../service/tenants.js';
import { fingerprint, strayRows } from './fingerprint.js';
import { listQuarantine } from './quarantine-list.js';
import { describeTenant, type Marked, requestsOf } from './marked-tenant.js';
import { wallFigures } from './walls.js';

const LANES = 40;

/**
 * R13: tenants never meet. Every route is called with the ids of another tenant, which must look as if they were nowhere;
 * then two tenants with the same ids and tell-tale values ask and send side by side through one pool of connections, some
 * hanging up in the middle, and nobody may ever see, or get, a value of the other. At last the database is asked itself.
 */
export async function proveR13(given: Given & { requests: number; breaches: number }): Promise<Figure[]> {
  const { openStage, seed, log, requests } = given;
  const stage = await openStage({ LOG_LEVEL: 'error' });
  const { service, databaseUrl } = stage;
  const alpha: Marked = { tenant: await makeTenant(service, databaseUrl, 'alpha'), mark: 'QALPHAQ' };
  const bravo: Marked = { tenant: await makeTenant(service, databaseUrl, 'bravo'), mark: 'QBRAVOQ' };
  for (const marked of [alpha, bravo]) await describeTenant(service, marked);
  const routes = await knownRoutes(service, 'alpha');
  const foreign = await askForForeign(stage, routes, alpha.tenant, bravo.tenant, log);

  const random = new Random(seed);
  const seen = { own: 0, leaks: 0, failures: 0, hungUp: 0 };
  const jobs = Array.from({ length: requests }, (_, number) => number);
  await inParallel(jobs, LANES, async (number) => {
    const [me, other] = random.next() < 0.5 ? [alpha, bravo] : [bravo, alpha];
    const { method, path, key, body } = random.pick(requestsOf(me, routes, number));
    if (random.next() < 0.05) {
      seen.hungUp += 1;
      return hangUp(`${service.url}${path}`, method, key, body, random.between(0, 8));
    }
    const answer = await service.call(method, path, key, body);
    const text = JSON.stringify(answer.body);
    if (worstStatus(answer) >= 500) {
      seen.failures += 1;
      log(`${method} ${path}: ${await service.explain(answer)}`);
    }
    if (text.includes(me.mark)) seen.own += 1;
    if (!text.includes(other.mark)) return;
    seen.leaks += 1;
    log(`${method} ${path} showed ${me.mark} what is ${other.mark}: ${text.slice(0, 300)}`);
  });
  const stray = [
    ...(await strayRows(databaseUrl, alpha.tenant.id, bravo.mark)),
    ...(await strayRows(databaseUrl, bravo.tenant.id, alpha.mark)),
  ];
  for (const line of stray) log(line);
  return [
    counted('routes', routes.length),
    atLeast('foreign ids asked for', foreign.asked, 10),
    none('answered otherwise than with 404, or with 401 where a signature is asked for', foreign.notMissing),
    none('answered otherwise than for an id that is nowhere', foreign.different),
    none('rows of the other tenant that changed', foreign.changed),
    counted('requests of two tenants, interleaved', requests),
    counted('of them hung up in the middle', seen.hungUp),
    none('answered with 5xx, a single query too', seen.failures),
    atLeast('answers that showed a value of one’s own', seen.own, Math.floor(requests / 4)),
    none('answers that showed a value of the other tenant', seen.leaks),
    none('rows that hold a value of the other tenant', stray.length),
    ...(await wallFigures(given, stage, [alpha.tenant.id, bravo.tenant.id])),
  ];
}

/** What these ids name belongs to no tenant: dimensions and boards are part of the product. */
const EVERYBODYS = /^\/api\/v1\/(dimensions|boards)\//;

async function askForForeign(
  { service, databaseUrl }: Stage,
  routes: readonly KnownRoute[],
  own: TestTenant,
  other: TestTenant,
  log: Given['log'],
): Promise<{ asked: number; notMissing: number; different: number; changed: number }> {
  const found = { asked: 0, notMissing: 0, different: 0, changed: 0 };
  const [key] = await queryAsOwner<{ id: string }>(databaseUrl, 'select id from api_key where tenant = $1', [other.id]);
  const [connection] = await queryAsOwner<{ id: string }>(databaseUrl, 'select id from connection where tenant = $1', [other.id]); // prettier-ignore
  const [entry] = await listQuarantine(service, other.adminKey);
  const foreign: Record<string, string> = {
    tenant: other.slug,
    key: key!.id,
    connection: connection!.id,
    id: entry!.id,
  };
  const before = await fingerprint(databaseUrl, other.id);
  for (const { method, template, ids, body, isSigned } of routes) {
    if (ids.length === 0 || EVERYBODYS.test(template)) continue;
    const unknown = ids.filter((name) => !(name in foreign));
    if (unknown.length > 0)
      throw new Error(`${method} ${template}: there is no foreign {${unknown.join('}, {')}} to try.`);
    const all = Object.fromEntries(ids.map((name) => [name, foreign[name]!]));
    const nowhere = { ...Object.fromEntries(ids.map((name) => [name, NOWHERE])), tenant: 'nowhere' };
    const tries = ids.includes('tenant') && ids.length > 1 ? [all, { ...all, tenant: own.slug }] : [all];
    for (const path of tries.map((chosen) => fill(template, chosen))) {
      const there = await service.call(method, path, own.adminKey, body);
      const missing = await service.call(method, fill(template, path.includes(own.slug) ? { ...nowhere, tenant: own.slug } : nowhere), own.adminKey, body); // prettier-ignore
      found.asked += 1;
      const details = [there, missing].map((answer) => String(answer.body.detail).replace(/"[^"]*"/g, '"…"'));
      // Who signs nothing learns from neither that there is an address.
      const missed = isSigned ? 401 : 404;
      if (there.status !== missed) found.notMissing += 1;
      if (details[0] !== details[1] || there.status !== missing.status) found.different += 1;
      if (there.status !== missed) log(`${method} ${path}: ${await service.explain(there)}`);
    }
  }
  found.changed = (await fingerprint(databaseUrl, other.id)) === before ? 0 : 1;
  return found;
}

async function hangUp(url: string, method: string, key: string, body: unknown, afterMs: number): Promise<void> {
  const init = { method, headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' } };
  const abandoned = fetch(url, {
    ...init,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(afterMs),
  });
  await abandoned.then((answer) => answer.text()).catch(() => undefined);
}
