import { gzipSync } from 'node:zlib';
import { atLeast, counted, type Figure, exactly, none } from '../figures.js';
import type { Given } from '../given.js';
import { Random } from '../random.js';
import { nameOf, type Raw, validRecords } from '../records/valid-records.js';
import { type Answer, inParallel } from '../service/http.js';
import { storedNames } from '../service/owner.js';
import type { ServiceProcess } from '../service/service-process.js';
import { makeTenant } from '../service/tenants.js';
import { deliver, makeAddress, seal } from '../service/webhooks.js';
import { emptySum, RecordsFile, type Sum } from './records-file.js';

const NDJSON = { 'content-type': 'application/x-ndjson' };
const GZIP = { 'content-encoding': 'gzip' };

/** Ways to say the same thing. */
const ENCODINGS: Record<
  string,
  (records: readonly Raw[]) => { body: string | Uint8Array; headers: Record<string, string> }
> = {
  JSON: (records) => ({ body: JSON.stringify({ records }), headers: {} }),
  NDJSON: (records) => ({ body: lines(records), headers: NDJSON }),
  'gzip of JSON': (records) => ({ body: gzipSync(JSON.stringify({ records })), headers: GZIP }),
  'gzip of NDJSON': (records) => ({ body: gzipSync(lines(records)), headers: { ...NDJSON, ...GZIP } }),
};

const lines = (records: readonly Raw[]): string => records.map((record) => JSON.stringify(record)).join('\n');

/**
 * R2: a repeated event is one row. Every key is sent by `senders` senders at once, half of them through a second service
 * on the same database; alone, in batches, in every encoding, and from files; the answers must name all but one as
 * duplicates.
 */
export async function proveR2({
  program,
  openStage,
  seed,
  log,
  keys,
  senders,
}: Given & { keys: number; senders: number }) {
  const { service, databaseUrl } = await openStage();
  const second = await program.start({ DATABASE_URL: databaseUrl });
  const tenant = await makeTenant(service, databaseUrl, 'repeated');
  const random = new Random(seed);
  // The same source as that of the keys and the files.
  const address = await makeAddress(service, tenant, 'test');
  const note = async (to: ServiceProcess, records: readonly Raw[], answer: Answer, sum: Sum): Promise<void> => {
    sum.sent += records.length;
    if (answer.status === 200 && answer.body.rejected.length === 0) {
      sum.stored += answer.body.stored;
      sum.duplicates += answer.body.duplicates;
    } else {
      sum.refused += records.length;
      log(await to.explain(answer));
    }
  };
  const post = async (to: ServiceProcess, records: readonly Raw[], encoding: string, sum: Sum): Promise<void> => {
    const { body, headers } = ENCODINGS[encoding]!(records);
    await note(to, records, await to.call('POST', '/api/v1/records', tenant.ingestKey, body, headers), sum);
  };
  const hook = async (to: ServiceProcess, records: readonly Raw[], sum: Sum): Promise<void> => {
    await note(to, records, await deliver(to, seal(address, JSON.stringify({ records }))), sum);
  };
  try {
    const raced = validRecords(seed, keys, 'raced');
    const race = await together(senders, async (sender, sum) => {
      for (const batch of random.pieces(random.shuffled(raced), 1, 500)) {
        await post(sender % 2 === 0 ? service : second, batch, random.pick(Object.keys(ENCODINGS)), sum);
      }
    });
    const singles = validRecords(seed + 1, Math.ceil(keys / 50), 'single');
    const alone = await together(senders, async (sender, sum) => {
      for (const record of singles) await post(sender % 2 === 0 ? service : second, [record], 'JSON', sum);
    });
    const encoded = validRecords(seed + 2, Math.min(keys, 5_000), 'encoded');
    const again = emptySum();
    for (const encoding of Object.keys(ENCODINGS)) await post(service, encoded, encoding, again);
    const folded = validRecords(seed + 3, Math.min(keys, 1_000), 'folded');
    const one = emptySum();
    await post(service, random.shuffled([...folded, ...folded, ...folded]), 'JSON', one);

    const file = new RecordsFile(program, databaseUrl, tenant.slug);
    const filed = validRecords(seed + 4, Math.min(keys, 5_000), 'filed');
    const threeTimes = emptySum();
    for (let time = 0; time < 3; time += 1) await file.import(filed, threeTimes);
    const both = validRecords(seed + 5, Math.min(keys, 5_000), 'both');
    const bothWays = emptySum();
    await Promise.all([
      file.import(both, bothWays),
      ...random.pieces(random.shuffled(both), 1, 500).map((batch) => post(service, batch, 'JSON', bothWays)),
      ...random.pieces(random.shuffled(both), 1, 500).map((batch) => hook(second, batch, bothWays)),
    ]);

    const names = await storedNames(databaseUrl, tenant.id);
    const distinct = new Set(names);
    const expected = [...raced, ...singles, ...encoded, ...folded, ...filed, ...both].map(nameOf);
    return [
      ...figures(`${senders} senders at once through two services, in batches`, race, keys),
      ...figures(`${senders} senders at once, one event a request`, alone, singles.length),
      ...figures('JSON, NDJSON and gzip of both, one after the other', again, encoded.length),
      ...figures('three times in one request', one, folded.length),
      ...figures('one CSV file imported three times', threeTimes, filed.length),
      ...figures('a CSV file imported while the same events come over HTTP and by webhook', bothWays, both.length),
      exactly('rows in the end', names.length, expected.length),
      none('events without a row', expected.filter((name) => !distinct.has(name)).length),
      none('events with a second row', names.length - distinct.size),
    ];
  } finally {
    await second.stop();
  }
}

async function together(senders: number, run: (sender: number, sum: Sum) => Promise<void>): Promise<Sum> {
  const sum = emptySum();
  const all = Array.from({ length: senders }, (_, sender) => sender);
  await inParallel(all, senders, (sender) => run(sender, sum));
  return sum;
}

function figures(how: string, sum: Sum, keys: number): Figure[] {
  return [
    counted(`${how}: keys`, keys),
    atLeast(`${how}: records sent`, sum.sent, 2 * keys),
    none(`${how}: records refused`, sum.refused),
    exactly(`${how}: named as stored`, sum.stored, keys),
    exactly(`${how}: named as duplicates`, sum.duplicates, sum.sent - keys),
  ];
}
