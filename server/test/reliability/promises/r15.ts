import { atLeast, atMost, counted, exactly, type Figure, none } from '../figures.js';
import type { Given } from '../given.js';
import { INJECTIONS, PLANTED, PRODUCT, SLEEP_SECONDS } from '../routes/injections.js';
import { fill, knownRoutes, type KnownRoute } from '../routes/known-routes.js';
import { injected, injectedRecords } from '../routes/places.js';
import { inParallel, worstStatus, type Answer } from '../service/http.js';
import { ADMIN_KEY, type ServiceProcess } from '../service/service-process.js';
import { makeTenant } from '../service/tenants.js';
import { fingerprint, schemaFingerprint } from './fingerprint.js';
import { describeTenant, type Marked } from './marked-tenant.js';

/** Routes whose body says who calls: a wrong one is refused as a stranger. */
const bringsItsOwn = /^POST \/(hooks|api\/v1\/session)\b/;

const LANES = 4;

/**
 * R15: no injection. A corpus for SQL, patterns, templates and headers goes into every place of every route where a sender
 * can put a text: ids and parameters of the address, headers, every value and name of the body, every field of every kind.
 */
export async function proveR15({ openStage, log, payloads }: Given & { payloads: number }): Promise<Figure[]> {
  const { service, databaseUrl } = await openStage({ LOG_LEVEL: 'error' });
  const own: Marked = { tenant: await makeTenant(service, databaseUrl, 'own'), mark: 'QOWNQ' };
  const victim: Marked = { tenant: await makeTenant(service, databaseUrl, 'victim'), mark: 'QVICTIMQ' };
  for (const marked of [own, victim]) await describeTenant(service, marked);
  // A tenant is really deleted, so that address names none.
  const routes = (await knownRoutes(service, 'own')).map((route): KnownRoute => {
    const deletes = route.method === 'DELETE' && route.key === 'bootstrap';
    return deletes ? { ...route, path: fill(route.template, { tenant: 'nowhere' }) } : route;
  });
  const keys = { ...own.tenant, bootstrap: ADMIN_KEY };
  const before = await states(databaseUrl, victim.tenant.id);
  const found = {
    requests: 0,
    failures: 0,
    leaks: 0,
    evaluated: 0,
    planted: 0,
    unanswered: 0,
    strangers: 0,
    slowestMs: 0,
    matched: 0,
  };

  const judge = async (what: string, answer: Answer, begun: number, isPlatform: boolean): Promise<void> => {
    const text = JSON.stringify(answer.body);
    found.slowestMs = Math.max(found.slowestMs, Date.now() - begun);
    const faults = {
      failures: worstStatus(answer) >= 500,
      // The platform's key may list every tenant by name.
      leaks: text.includes(victim.mark) && !isPlatform,
      evaluated: text.includes(PRODUCT),
      planted: answer.headers.has(PLANTED),
      // Else the injection met nothing but the guard.
      strangers: answer.status === 401 && !what.includes(' header authorization ') && !bringsItsOwn.test(what),
    };
    for (const [name, isSo] of Object.entries(faults) as [keyof typeof faults, boolean][]) {
      if (!isSo) continue;
      found[name] += 1;
      if (found[name] <= 10) log(`${name}: ${what}: ${await service.explain(answer)}`);
    }
  };
  const tried = INJECTIONS.slice(0, payloads);
  const jobs = tried.flatMap((payload, number) => routes.map((route) => ({ payload, number, route })));
  await inParallel(jobs, LANES, async ({ payload, route }) => {
    for (const { where, path, body, headers } of injected(route, payload)) {
      const begun = Date.now();
      const what = `${route.method} ${route.template} ${where} ${JSON.stringify(payload.slice(0, 80))}`;
      found.requests += 1;
      const answer = await service.call(route.method, path, keys[route.key], body, headers).catch((error: unknown) => {
        log(`no answer: ${what}: ${String(error)}`);
      });
      if (answer === undefined) found.unanswered += 1;
      else await judge(what, answer, begun, route.key === 'bootstrap');
    }
  });
  for (const [number, payload] of tried.entries()) {
    const begun = Date.now();
    const records = injectedRecords(payload, number);
    const answer = await service.call('POST', '/api/v1/records', own.tenant.ingestKey, { records });
    found.requests += 1;
    await judge(`a record of every kind ${JSON.stringify(payload.slice(0, 80))}`, answer, begun, false);
    found.matched += await falselyMatched(service, routes, own, payload);
  }
  const after = await states(databaseUrl, victim.tenant.id);
  const { status } = await service.call('GET', '/api/v1/whoami', victim.tenant.readKey);
  return [
    counted('routes', routes.length),
    counted('payloads', tried.length),
    atLeast('requests', found.requests, routes.length * tried.length),
    none('requests without an answer', found.unanswered),
    none('answers to a caller who was not known any more', found.strangers),
    none('answers 5xx, of a single query too', found.failures),
    none('answers that showed a value of the other tenant', found.leaks),
    none('answers in which an expression was worked out', found.evaluated),
    none('answers with a planted header', found.planted),
    none('filters that let pass what they did not name', found.matched),
    atMost('slowest answer, ms', found.slowestMs, SLEEP_SECONDS * 1_000 - 1),
    exactly('tables, policies, functions and roles as before', after.schema === before.schema ? 1 : 0, 1),
    exactly('rows of the other tenant as before', after.rows === before.rows ? 1 : 0, 1),
    exactly('status of a question of the other tenant afterwards', status, 200),
  ];
}

async function states(databaseUrl: string, victim: number): Promise<{ schema: string; rows: string }> {
  return { schema: await schemaFingerprint(databaseUrl), rows: await fingerprint(databaseUrl, victim) };
}

/** Asks for the calls of a trunk of that name, of which there are as many as were sent: none, or the one that was injected. */
async function falselyMatched(
  service: ServiceProcess,
  routes: readonly KnownRoute[],
  { tenant }: Marked,
  payload: string,
): Promise<number> {
  if (!routes.some(({ template }) => template === '/api/v1/query') || !payload.isWellFormed()) return 0;
  const query = {
    refId: 'A',
    from: '2019-12-01T00:00:00Z',
    to: '2020-02-01T00:00:00Z',
    metrics: ['calls'],
    format: 'single',
    filters: [{ key: 'trunk', operator: '=', values: [`none ${payload}`] }],
  };
  const { status, body } = await service.call('POST', '/api/v1/query', tenant.readKey, { queries: [query] });
  if (status !== 200) return 0;
  const frames = (body.results.A.frames ?? []) as { data: { values: unknown[][] } }[];
  const values = frames
    .flatMap(({ data }) => data.values.flat())
    .filter((value) => typeof value === 'number' && value > 0);
  return values.length > 0 ? 1 : 0;
}
