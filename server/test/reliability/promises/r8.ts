import { randomUUID } from 'node:crypto';
import type { TestTenant } from '../../app.js';
import { atLeast, counted, exactly, type Figure, none } from '../figures.js';
import type { Given } from '../given.js';
import { nameOf, validRecords } from '../records/valid-records.js';
import { type Answer, inParallel } from '../service/http.js';
import { storedNames } from '../service/owner.js';
import type { ServiceProcess } from '../service/service-process.js';
import { makeTenant } from '../service/tenants.js';
import { type Address, deliver, makeAddress, nowInSeconds, rotateSecret, seal } from '../service/webhooks.js';
import { Wire } from '../service/wire.js';
import { answerTimes, refusalTimes } from './acknowledgements.js';
import { fingerprint } from './fingerprint.js';
import { forgeries } from './forgeries.js';
import { HOSTILE_BODIES } from './hostile-sending.js';

const SENDERS = 20;
const LANES = 4;

interface Size {
  /** How many bits of each byte of a body are flipped, one at a time. */
  readonly bits: number;
  /** For how long deliveries come at a steady rate. */
  readonly seconds: number;
  /** How many come as fast as they are answered. */
  readonly burst: number;
  readonly pairs: number;
  /** Whether times are held against what is promised. */
  readonly isTimed: boolean;
}

/**
 * R8: webhooks are authentic, and answered fast. Deliveries signed with each secret of a rotation are taken; everything that can
 * be done to one without a secret is refused with 401 and leaves nothing behind.
 */
export async function proveR8({
  program,
  openStage,
  seed,
  log,
  bits,
  seconds,
  burst,
  pairs,
  isTimed,
}: Given & Size): Promise<Figure[]> {
  const stage = await openStage();
  const { wire, url } = await Wire.to(stage.databaseUrl);
  const service = await program.start({ DATABASE_URL: url, LOG_LEVEL: 'trace' });
  try {
    const tenant = await makeTenant(service, stage.databaseUrl, 'webhooks');
    const other = await makeTenant(service, stage.databaseUrl, 'others');
    const first = await makeAddress(service, tenant);
    const gone = await rotateSecret(service, tenant, first, 3_600);
    const former = await rotateSecret(service, tenant, gone, 3_600);
    const address = await rotateSecret(service, tenant, former, 3_600);
    const foreign = await makeAddress(service, other);
    const disabled = await makeAddress(service, tenant);
    await service.call('DELETE', `/api/v1/tenants/${tenant.slug}/connections/${disabled.id}`, tenant.adminKey);
    const secrets = [first, gone, former, address, foreign, disabled].map(({ secret }) => secret);

    const records = validRecords(seed, 17, 'webhook');
    const ways = { now: [address.secret], former: [former.secret], both: [former.secret, address.secret] };
    let authentic = 0;
    for (const [way, chosen] of Object.entries(ways)) {
      for (const at of [-290, 0, 290].map((away) => nowInSeconds() + away)) {
        const answer = await deliver(service, seal(address, JSON.stringify({ records }), { secrets: chosen, at }));
        if (answer.status === 200 && answer.body.stored + answer.body.duplicates === records.length) authentic += 1;
        else log(`signed with ${way}: ${await service.explain(answer)}`);
      }
    }
    const body =
      '{"type":"call.ended","data":{"kind":"call","id":"good","customer":"Zoë 😀","startedAt":"2020-01-01T00:00:00Z"}}';
    const good = seal(address, body);
    const taken = await deliver(service, good);

    const before = await states(stage.databaseUrl, tenant, other);
    const refused = { tried: 0, taken: 0, otherwise: 0, texts: new Set<string>() };
    const paths = [foreign.path, disabled.path, `/hooks/${randomUUID()}`, '/hooks/x', ...neighbours(address)];
    const wrong = { secrets: [first, gone, foreign, disabled].map(({ secret }) => secret), paths };
    await inParallel(forgeries(address, good, bits, wrong), LANES, async ({ what, ...forged }) => {
      const answer = await deliver(service, forged);
      refused.tried += 1;
      refused.texts.add(wordsOf(answer));
      if (answer.status === 401) return;
      if (answer.status < 300) refused.taken += 1;
      else refused.otherwise += 1;
      log(`${what}: ${await service.explain(answer)}`);
    });
    const left = (await states(stage.databaseUrl, tenant, other)) === before ? 0 : 1;

    const replayed = await replay(service, address, seed);
    const unreadable = await sendUnreadable(service, address, tenant, log);
    const away = await withoutDatabase(service, wire, address);
    const times = [
      ...(await answerTimes(stage.service, address, { seconds, burst, isJudged: isTimed })),
      ...(await refusalTimes(
        stage.service,
        address,
        { ...address, path: `/hooks/${randomUUID()}`, secret: foreign.secret },
        pairs,
        isTimed,
      )),
    ];
    const names = await storedNames(stage.databaseUrl, tenant.id);
    const sent = [...records.map(nameOf), 'call/good', ...replayed.names, 'call/away'];
    const listed = await service.call('GET', `/api/v1/tenants/${tenant.slug}/connections`, tenant.adminKey);
    const shown = service.log() + JSON.stringify(listed.body) + stage.serverLog();
    return [
      exactly('taken, signed with the new secret, the one before, or both, up to 290 s away', authentic, 9),
      exactly('status of the delivery that is forged from here on', taken.status, 200),
      atLeast('forgeries: every byte, header, time, secret and address changed', refused.tried, 300),
      none('of them taken', refused.taken),
      none('answered otherwise than with 401', refused.otherwise),
      exactly('different words in which they were refused', refused.texts.size, 1),
      none('rows that any of them left or changed', left),
      ...replayed.figures,
      ...unreadable,
      ...away,
      none('deliveries that are no row', sent.filter((name) => !names.includes(name)).length),
      none('second rows of a delivery', names.length - new Set(names).size),
      none(
        'secrets in the log, in lists, in the log of PostgreSQL',
        secrets.filter((secret) => shown.includes(secret.slice(6))).length,
      ),
      ...times,
    ];
  } finally {
    wire.close();
    await service.stop();
  }
}

const states = async (databaseUrl: string, ...tenants: TestTenant[]): Promise<string> =>
  (await Promise.all(tenants.map(({ id }) => fingerprint(databaseUrl, id)))).join('\n\n');

/** An answer but for its own id. */
const wordsOf = ({ status, body }: Answer): string => JSON.stringify([status, { ...(body as object), errorId: '' }]);

/** The address with each of its digits changed. */
function neighbours({ path, id }: Address): string[] {
  return [...id].flatMap((digit, at) => {
    if (digit === '-') return [];
    return [
      `${path.slice(0, path.length - id.length)}${id.slice(0, at)}${digit === '0' ? '1' : '0'}${id.slice(at + 1)}`,
    ];
  });
}

/** One delivery by many senders at once, as after a lost answer, and again later with a signature of its own. */
async function replay(service: ServiceProcess, address: Address, seed: number) {
  const records = validRecords(seed + 1, 34, 'replayed');
  const sealed = seal(address, JSON.stringify({ records }), { id: 'msg_replayed' });
  const found = { stored: 0, duplicates: 0 };
  const note = ({ status, body }: Answer): void => {
    found.stored += status === 200 ? Number(body.stored) : 0;
    found.duplicates += status === 200 ? Number(body.duplicates) : 0;
  };
  await Promise.all(Array.from({ length: SENDERS }, async () => note(await deliver(service, sealed))));
  note(await deliver(service, seal(address, sealed.body, { id: 'msg_again', at: nowInSeconds() + 1 })));
  const figures = [
    counted('times that one delivery was repeated', SENDERS),
    exactly('of its records named as stored', found.stored, records.length),
    exactly('and as duplicates', found.duplicates, records.length * SENDERS),
  ];
  return { figures, names: records.map(nameOf) };
}

async function sendUnreadable(
  service: ServiceProcess,
  address: Address,
  { adminKey }: TestTenant,
  log: Given['log'],
): Promise<Figure[]> {
  const found = { failed: 0, unaccounted: 0 };
  for (const [name, body] of HOSTILE_BODIES) {
    const answer = await deliver(service, seal(address, body));
    if (answer.status !== 200) {
      found.failed += 1;
      log(`authentic, and ${name}: ${await service.explain(answer)}`);
      continue;
    }
    const [item] = answer.body.rejected as { quarantine: string }[];
    if (item === undefined) continue;
    const discarded = await service.call('DELETE', `/api/v1/quarantine/${item.quarantine}`, adminKey);
    if (discarded.status !== 204) found.unaccounted += 1;
  }
  return [
    counted('authentic payloads that are hostile or unreadable', HOSTILE_BODIES.length),
    none('of them not answered with 200', found.failed),
    none('refused, though not in quarantine', found.unaccounted),
  ];
}

async function withoutDatabase(service: ServiceProcess, wire: Wire, address: Address): Promise<Figure[]> {
  const body = '{"kind":"call","id":"away"}';
  const tries = [
    seal(address, body),
    seal(address, body, { secrets: [] }),
    { ...seal(address, body), path: '/hooks/x' },
  ];
  const isToldToWait = ({ status, headers }: Answer): boolean =>
    status === 503 && Number(headers.get('retry-after')) > 0;
  wire.become('cut');
  const answers: Answer[] = [];
  for (const one of tries) answers.push(await deliver(service, one));
  wire.become('whole');
  let after = await deliver(service, seal(address, body));
  for (const begun = Date.now(); after.status === 503 && Date.now() - begun < 10_000;) {
    after = await deliver(service, seal(address, body));
  }
  return [
    exactly(
      'deliveries told with 503 to come back while the database was away',
      answers.filter(isToldToWait).length,
      tries.length,
    ),
    exactly('status of the same delivery afterwards', after.status, 200),
  ];
}
