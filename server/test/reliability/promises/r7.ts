import { atLeast, atMost, counted, exactly, type Figure, none } from '../figures.js';
import type { Given } from '../given.js';
import { DEFECT_KINDS, defectiveRecords } from '../records/defects.js';
import { validRecords } from '../records/valid-records.js';
import { type KnownRoute, knownRoutes, needsDatabase } from '../routes/known-routes.js';
import type { Answer } from '../service/http.js';
import { ADMIN_KEY, type ServiceProcess } from '../service/service-process.js';
import { makeTenant } from '../service/tenants.js';
import { Wire } from '../service/wire.js';

const HEAL_MS = 10_000;
const MANY = 5_000;
const BAD_BODIES = ['', 'null', '[]', '{', '{"records":7}', '{"records":[],"more":1}', '<xml/>', '\u0000', '"\\ud800"'];
const BAD_HEADERS: readonly Record<string, string>[] = [
  {},
  { 'content-type': 'text/xml' },
  { 'content-type': 'application/json; charset=utf-99' },
  { 'content-type': 'application/x-ndjson' },
  { 'content-encoding': 'gzip' },
  { 'content-encoding': 'br, gzip' },
];

/** What a sender was told, sorted by what it may conclude. */
class Told {
  answers = 0;
  refused = 0;
  withoutRetry = 0;
  failures = 0;

  /** @param mayRefuse whether the sender may be told to come back */
  constructor(
    private readonly service: ServiceProcess,
    private readonly mayRefuse: boolean,
    private readonly log: (line: string) => void,
  ) {}

  async note(what: string, answer: Answer): Promise<void> {
    const { status, headers } = answer;
    this.answers += 1;
    const isRefused = status === 503 || status === 429;
    if (isRefused) {
      this.refused += 1;
      if (!(Number(headers.get('retry-after')) > 0)) this.withoutRetry += 1;
    } else if (status >= 500) {
      this.failures += 1;
    }
    if (isRefused ? !this.mayRefuse : status >= 500) this.log(`${what}: ${await this.service.explain(answer)}`);
  }
}

/**
 * R7: the status tells the sender what to do. Bad data is refused with 4xx on every route; while the database is cut off,
 * and while it has fallen silent under more records than can wait, everything that needs it answers 503 with Retry-After.
 */
export async function proveR7({
  program,
  openStage,
  seed,
  log,
  outages,
}: Given & { outages: number }): Promise<Figure[]> {
  const stage = await openStage();
  const { wire, url } = await Wire.to(stage.databaseUrl);
  const service = await program.start({ DATABASE_URL: url, LOG_LEVEL: 'error' });
  try {
    const tenant = await makeTenant(service, stage.databaseUrl, 'statuses');
    const keys = { ...tenant, bootstrap: ADMIN_KEY };
    const routes = await knownRoutes(service, tenant.slug);
    const bad = new Told(service, false, log);
    for (const route of routes) await sendBadBodies(service, route, keys[route.key], bad);
    const defective = defectiveRecords(seed, DEFECT_KINDS, 'bad').map(({ raw }) => raw);
    await bad.note(
      'defective records',
      await service.call('POST', '/api/v1/records', tenant.ingestKey, { records: defective }),
    );

    const cut = new Told(service, true, log);
    const health = { liveRed: 0, readyGreen: 0, slowestHealMs: 0, unhealed: 0 };
    const needing = routes.filter(needsDatabase);
    const records = validRecords(seed, 100, 'outage');
    for (let outage = 0; outage < outages; outage += 1) {
      wire.become('cut');
      if ((await service.call('GET', '/health/live')).status !== 200) health.liveRed += 1;
      if ((await service.call('GET', '/health/ready')).status !== 503) health.readyGreen += 1;
      for (const route of needing) {
        await cut.note(`cut off: ${route.method} ${route.path}`, await call(service, route, keys[route.key]));
      }
      await cut.note('cut off: records', await service.call('POST', '/api/v1/records', tenant.ingestKey, { records }));
      wire.become('whole');
      const healed = await untilReady(service);
      if (healed === undefined) health.unhealed += 1;
      else health.slowestHealMs = Math.max(health.slowestHealMs, healed);
    }
    const after = await service.call('POST', '/api/v1/records', tenant.ingestKey, { records });

    const flood = new Told(service, true, log);
    wire.become('silent');
    const floods = Array.from({ length: 30 }, async (_, n) => {
      const many = Array.from({ length: MANY }, (_, i) => `{"kind":"name","id":"${n}-${i}"}`).join('\n');
      const headers = { 'content-type': 'application/x-ndjson' };
      await flood.note('flooded', await service.call('POST', '/api/v1/records', tenant.ingestKey, many, headers));
    });
    const flooded = Date.now();
    await until(() => flood.refused > 0, 30_000);
    const toldAfterMs = Date.now() - flooded;
    const toldToWait = flood.refused;
    wire.become('cut');
    await Promise.all(floods);
    wire.become('whole');
    const healed = await untilReady(service);
    return [
      counted('routes', routes.length),
      atLeast('bad bodies sent', bad.answers, 100),
      none('bad bodies answered with 5xx', bad.failures + bad.refused),
      counted('outages', outages),
      exactly('requests refused with 503 while the database was cut off', cut.refused, cut.answers),
      none('of them without Retry-After', cut.withoutRetry),
      none('other 5xx answers', cut.failures),
      none('times not live while cut off', health.liveRed),
      none('times ready while cut off', health.readyGreen),
      none('times not ready again within 10 s', health.unhealed + (healed === undefined ? 1 : 0)),
      atMost('slowest recovery, ms', health.slowestHealMs, HEAL_MS),
      exactly('status of the same records afterwards', after.status, 200),
      counted('requests of 5,000 records to a database that fell silent', flood.answers),
      atLeast('told to come back before the database was back', toldToWait, 1),
      counted('until the first was told, ms', toldAfterMs),
      exactly('told so in the end', flood.refused, flood.answers),
      none('of them without Retry-After, or another 5xx', flood.withoutRetry + flood.failures),
    ];
  } finally {
    wire.close();
    await service.stop();
  }
}

const call = (service: ServiceProcess, { method, path, body }: KnownRoute, key: string): Promise<Answer> =>
  service.call(method, path, key, body);

async function sendBadBodies(service: ServiceProcess, route: KnownRoute, key: string, told: Told): Promise<void> {
  const { method, path } = route;
  if (method === 'GET' || method === 'DELETE') return;
  for (const body of BAD_BODIES) {
    for (const headers of BAD_HEADERS) {
      const what = `${method} ${path} ${JSON.stringify(headers)} ${JSON.stringify(body)}`;
      await told.note(what, await service.call(method, path, key, body, headers));
    }
  }
}

/** @returns after how many milliseconds it was ready; nothing when that took longer than promised */
async function untilReady(service: ServiceProcess): Promise<number | undefined> {
  const begun = Date.now();
  while (Date.now() - begun <= HEAL_MS) {
    if ((await service.call('GET', '/health/ready')).status === 200) return Date.now() - begun;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return undefined;
}

async function until(isSo: () => boolean, patienceMs: number): Promise<void> {
  for (const begun = Date.now(); !isSo() && Date.now() - begun < patienceMs;) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
