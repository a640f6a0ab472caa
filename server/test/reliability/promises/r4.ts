import { atLeast, counted, exactly, none } from '../figures.js';
import type { Given } from '../given.js';
import { Random } from '../random.js';
import { DEFECT_KINDS, defectiveRecords } from '../records/defects.js';
import { nameOf, validRecords } from '../records/valid-records.js';
import { inParallel } from '../service/http.js';
import { storedNames } from '../service/owner.js';
import { makeTenant } from '../service/tenants.js';
import { listQuarantine } from './quarantine-list.js';

const LANES = 4;
const NDJSON = { 'content-type': 'application/x-ndjson' };

/**
 * R4: nothing is dropped in silence. Of the events sent, seven tenths are new, a tenth repeats some of those, the rest are
 * defective in every way; all three numbers must come out, the quarantine must list every refused one, and each must be
 * taken in exactly once when its sender mends it.
 */
export async function proveR4({ openStage, seed, log, events }: Given & { events: number }) {
  const { service, databaseUrl } = await openStage();
  const tenant = await makeTenant(service, databaseUrl, 'silent');
  const random = new Random(seed);
  const valid = validRecords(seed, Math.floor(events * 0.7), 'valid');
  const repeats = Array.from({ length: Math.floor(events * 0.1) }, () => random.pick(valid));
  const defective = defectiveRecords(seed, events - valid.length - repeats.length, 'bad');
  const sum = { sent: 0, stored: 0, duplicates: 0, rejected: 0, refused: 0 };
  const waiting = new Set<string>();
  const all = random.shuffled([...valid, ...repeats, ...defective.map(({ raw }) => raw)]);
  await inParallel(random.pieces(all, 1, 1_000), LANES, async (records) => {
    const asLines = random.next() < 0.5;
    const body = asLines ? records.map((record) => JSON.stringify(record)).join('\n') : { records };
    const answer = await service.call('POST', '/api/v1/records', tenant.ingestKey, body, asLines ? NDJSON : {});
    sum.sent += records.length;
    if (answer.status !== 200) {
      sum.refused += records.length;
      return log(await service.explain(answer));
    }
    sum.stored += answer.body.stored;
    sum.duplicates += answer.body.duplicates;
    sum.rejected += answer.body.rejected.length;
    for (const { quarantine } of answer.body.rejected as { quarantine: string }[]) waiting.add(quarantine);
  });
  const listed = await listQuarantine(service, tenant.adminKey);
  const listedIds = new Set(listed.map(({ id }) => id));
  const sentTexts = new Set(defective.map(({ raw }) => JSON.stringify(raw)));
  const asSent = listed.filter(({ record }) => sentTexts.has(JSON.stringify(record))).length;

  const unreadable = await sendUnreadable(service.url, tenant.ingestKey);
  const unreadableListed = (await listQuarantine(service, tenant.adminKey)).filter(
    ({ code }) => code === 'invalid_json',
  );
  const kept = unreadable.lines.filter((line) => unreadableListed.some(({ record }) => String(record).includes(line)));
  for (const line of unreadable.lines) if (!kept.includes(line)) log(`not in quarantine: the line ${line}`);

  const mending = new Map(defective.map(({ raw, mended }) => [JSON.stringify(raw), mended]));
  const mend = { still: 0, taken: 0, twice: 0 };
  await inParallel(listed, LANES, async ({ id, record }) => {
    const path = `/api/v1/quarantine/${id}/replay`;
    const mended = { record: mending.get(JSON.stringify(record)) };
    const still = await service.call('POST', path, tenant.adminKey);
    const taken = await service.call('POST', path, tenant.adminKey, mended);
    const twice = await service.call('POST', path, tenant.adminKey, mended);
    mend.still += still.status === 400 ? 1 : 0;
    mend.taken += taken.status === 200 && taken.body.stored === 1 ? 1 : 0;
    mend.twice += twice.status === 409 ? 1 : 0;
    const answers = [still, taken, twice];
    if (answers.map(({ status }) => status).join() === '400,200,409') return;
    const words = await Promise.all(answers.map((answer) => service.explain(answer)));
    log(`replays of ${JSON.stringify(record).slice(0, 200)}: ${words.join('; ')}`);
  });
  const names = new Set(await storedNames(databaseUrl, tenant.id));
  const missing = [...valid, ...defective.map(({ mended }) => mended)].filter((record) => !names.has(nameOf(record)));
  return [
    counted('events sent', sum.sent),
    counted('kinds of defect', DEFECT_KINDS),
    none('events whose request was refused as a whole', sum.refused),
    exactly('stored', sum.stored, valid.length),
    exactly('duplicates', sum.duplicates, repeats.length),
    exactly('rejected', sum.rejected, defective.length),
    none('sent − (stored + duplicates + rejected)', sum.sent - sum.stored - sum.duplicates - sum.rejected),
    exactly('places in quarantine that the answers named', waiting.size, defective.length),
    exactly('listed in quarantine, page by page', listed.length, defective.length),
    none('named by an answer, though not listed', [...waiting].filter((id) => !listedIds.has(id)).length),
    exactly('listed exactly as they were sent', asSent, defective.length),
    atLeast('unreadable lines of NDJSON', unreadable.lines.length, 4),
    exactly('unreadable lines that were rejected', unreadable.rejected, unreadable.lines.length),
    exactly('unreadable lines that quarantine holds', kept.length, unreadable.lines.length),
    exactly('replayed as they were: refused again with 400', mend.still, listed.length),
    exactly('mended and replayed: stored', mend.taken, listed.length),
    exactly('replayed a second time: refused with 409', mend.twice, listed.length),
    none('events missing in the end', missing.length),
  ];
}

/** Lines that are no JSON, at the same places of two requests; each has words to find it by. */
async function sendUnreadable(url: string, key: string): Promise<{ lines: string[]; rejected: number }> {
  const lines = ['{"kind":"message","id":"torn-1', 'torn-2"}', '{"torn-3":}', 'torn-4'];
  let rejected = 0;
  for (const pair of [lines.slice(0, 2), lines.slice(2)]) {
    const answer = await fetch(`${url}/api/v1/records`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, ...NDJSON },
      body: pair.join('\n'),
    });
    rejected += ((await answer.json()) as { rejected: unknown[] }).rejected.length;
  }
  return { lines, rejected };
}
