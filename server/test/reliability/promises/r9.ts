import { kinds } from '../../../src/facts/kinds.js';
import { atLeast, counted, exactly, none } from '../figures.js';
import type { Given } from '../given.js';
import { Random } from '../random.js';
import { attacks, type Attack } from '../records/hostile.js';
import { inParallel } from '../service/http.js';
import { makeTenant } from '../service/tenants.js';
import { sendBatch, sendWholeBodies, type Fallen } from './hostile-sending.js';
import { listQuarantine } from './quarantine-list.js';
import { readBack } from './read-back.js';

const BATCH = 400;
const LANES = 4;
const LONG = 10_000_000;

/**
 * R9: hostile text survives. Every hostile value goes into every field of every kind: each record must be stored or
 * quarantined, none may be a failure of the service; what was stored must be what was sent.
 * @param longTexts in how many fields a text of 10 MB is tried
 */
export async function proveR9({ openStage, seed, log, longTexts }: Given & { longTexts: number }) {
  const { service, databaseUrl } = await openStage({ LOG_LEVEL: 'error' });
  const tenant = await makeTenant(service, databaseUrl, 'hostile');
  const random = new Random(seed);
  const all = [...attacks()];
  const fallen: Fallen[] = [];
  const accepted: Attack[] = [];
  let rejected = 0;
  let unaccounted = 0;
  await inParallel(random.pieces(random.shuffled(all), BATCH, BATCH), LANES, async (batch) => {
    const outcome = await sendBatch(service, tenant.ingestKey, batch);
    fallen.push(...outcome.fallen);
    accepted.push(...outcome.accepted);
    rejected += outcome.rejected;
    unaccounted += outcome.unaccounted;
  });
  for (const { json, why, field, value, kind } of fallen.slice(0, 20)) {
    log(`${value.name} in ${kind}.${field}: ${json.slice(0, 300)}: ${why}`);
  }

  const fields = [...kinds.values()].flatMap((kind) =>
    [...kind.fields.keys()].map((field) => ({ kind: kind.name, field })),
  );
  const long = { taken: 0, failed: 0 };
  for (const { kind, field } of random.shuffled(fields).slice(0, longTexts)) {
    const record = { kind, id: `long-${field}`, [field]: 'ж'.repeat(LONG / 2) };
    const answer = await service.call('POST', '/api/v1/records', tenant.ingestKey, { records: [record] });
    if (answer.status === 200 && answer.body.rejected.length === 1) long.taken += 1;
    else long.failed += 1;
    if (answer.status !== 200) log(`10 MB in ${kind}.${field}: ${await service.explain(answer)}`);
  }

  const bodies = await sendWholeBodies(service, tenant.ingestKey);
  const failed = bodies.filter(({ answer }) => answer.status >= 500);
  for (const { name, answer } of failed) log(`the whole body is ${name}: ${await service.explain(answer)}`);
  const unlike = await readBack(databaseUrl, tenant.id, accepted);
  for (const line of unlike.slice(0, 20)) log(`read back unlike it was sent: ${line}`);
  const quarantined = await listQuarantine(service, tenant.adminKey);
  const replays = { tried: 0, failed: 0 };
  await inParallel(random.shuffled(quarantined).slice(0, 500), LANES, async ({ id, record }) => {
    const answer = await service.call('POST', `/api/v1/quarantine/${id}/replay`, tenant.adminKey, { record });
    replays.tried += 1;
    if (answer.status === 400) return;
    replays.failed += 1;
    log(`replay of ${JSON.stringify(record).slice(0, 300)}: ${await service.explain(answer)}`);
  });
  const { status } = await service.call('GET', '/api/v1/whoami', tenant.readKey);
  return [
    counted('hostile records', all.length),
    atLeast('of them stored', accepted.length, Math.floor(all.length / 10)),
    atLeast('of them quarantined', rejected, Math.floor(all.length / 10)),
    none('records at which the service failed', fallen.length),
    none('records neither stored nor quarantined', unaccounted),
    none('stored values that are not what was sent', unlike.length),
    counted('texts of 10 MB', longTexts),
    none('texts of 10 MB that were not quarantined', long.failed),
    counted('hostile whole bodies', bodies.length),
    none('hostile whole bodies answered with 5xx', failed.length),
    counted('hostile records replayed as they were', replays.tried),
    none('of them answered otherwise than with 400', replays.failed),
    exactly('status of a question afterwards', status, 200),
    exactly('objects that learned a new member', 'polluted' in {} ? 1 : 0, 0),
  ];
}
