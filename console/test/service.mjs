/**
 * The service of the console's journeys, as a process of its own over DATABASE_URL: a tenant whose days were simulated, with
 * keys and a link that signs in. Prints one line of JSON when all is there; a signal ends it.
 */
import '../../scripts/typescript.mjs';
import { existsSync } from 'node:fs';

const ADMIN_KEY = 'swb_bootstrap_key_of_the_journeys_1';
const TENANT = 'journeys';
const DAYS = 4;

if (!existsSync(new URL('../dist/index.html', import.meta.url))) {
  throw new Error('The console is not built: npm run build --workspace console, or npm test, which does.');
}
await import('reflect-metadata');
const { readConfig } = await import('../../server/src/config.ts');
const { SignInLinks } = await import('../../server/src/console/sign-in-links.ts');
const { writeHistory } = await import('../../server/src/demo/history.ts');
const { createLog } = await import('../../server/src/http/log.ts');
const { startService } = await import('../../server/src/service.ts');
const { afternoonZone } = await import('../../server/test/afternoon.ts');
const { busySeed } = await import('../../server/test/boards/busy.ts');

/** What this service said before it was ended, when it goes on; SERVED. */
const before = process.env.SERVED && JSON.parse(process.env.SERVED);
const zone = before ? before.zone : afternoonZone(Date.now());
const PORT = before ? new URL(before.url).port : '0';

const config = readConfig({ ...process.env, PORT, DEMO: 'off', ADMIN_KEY, LOG_LEVEL: 'warn' });
const service = await startService(
  config,
  createLog({ level: config.logLevel, secrets: [], destination: process.stderr }),
  () => undefined,
);
process.on('SIGTERM', () => void service.stop().then(() => process.exit(0)));

async function send(path, key, body) {
  const response = await fetch(service.url + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(JSON.stringify(answer));
  return answer;
}

async function makeKey(name, scopes) {
  return (await send(`/api/v1/tenants/${TENANT}/keys`, ADMIN_KEY, { name, scopes, source: 'simulator' })).key;
}

/** A tenant with keys and the days until now. */
async function begin() {
  await send('/api/v1/tenants', ADMIN_KEY, { id: TENANT, name: 'Journeys', timeZone: zone.name });
  const made = {
    read: await makeKey('reader', ['read']),
    ingest: await makeKey('sender', ['ingest']),
    admin: await makeKey('keeper', ['read', 'admin']),
  };
  const now = Date.now();
  await writeHistory({
    seed: busySeed('journeys', now, zone.name),
    now: new Date(now),
    days: DAYS,
    zone: zone.name,
    write: (records) => send('/api/v1/records', made.ingest, { records }),
  });
  return made;
}

const keys = before ? before.keys : await begin();
const link = service.url + service.app.get(SignInLinks).make(keys.read);
process.stdout.write(`${JSON.stringify({ url: service.url, zone, keys, link, bootstrapKey: ADMIN_KEY })}\n`);
