import { isDeepStrictEqual } from 'node:util';
import { counted, exactly, type Figure, none } from '../figures.js';
import type { Given } from '../given.js';
import { Random } from '../random.js';
import { type Defective, defectiveRecords } from '../records/defects.js';
import { nameOf, validRecords } from '../records/valid-records.js';
import { storedNames } from '../service/owner.js';
import { makeTenant } from '../service/tenants.js';

const SIZE = 1_000;

/** Which items of a batch are bad. */
const PLACES: Record<string, (index: number, random: Random) => boolean> = {
  'only the first': (index) => index === 0,
  'only the last': (index) => index === SIZE - 1,
  'one in the middle': (index) => index === SIZE / 2,
  'every other one': (index) => index % 2 === 0,
  'a run': (index) => index >= 300 && index < 700,
  'all but one': (index) => index !== 417,
  all: () => true,
  none: () => false,
  'a few anywhere': (_, random) => random.next() < 0.01,
  'many anywhere': (_, random) => random.next() < 0.5,
};

/**
 * R5: one bad item does not sink a batch. Batches of 1,000 with bad items anywhere; the answer must name exactly the bad
 * ones, by index, id, reason and field, and everything else must be stored.
 */
export async function proveR5({ openStage, seed, log, batches }: Given & { batches: number }): Promise<Figure[]> {
  const { service, databaseUrl } = await openStage();
  const tenant = await makeTenant(service, databaseUrl, 'batches');
  const random = new Random(seed);
  const figures = { items: 0, bad: 0, refused: 0, wrongCounts: 0, wrongItems: 0, missing: 0, unexpected: 0 };
  const places = Object.entries(PLACES);
  const expected = new Set<string>();
  for (let batch = 0; batch < batches; batch += 1) {
    const [where, isBad] = places[batch % places.length]!;
    const good = validRecords(seed + batch, SIZE, `good-${batch}`);
    const defective = random.shuffled(defectiveRecords(seed + batch, SIZE, `bad-${batch}`));
    const bad = new Map<number, Defective>();
    for (let i = 0; i < SIZE; i += 1) if (isBad(i, random)) bad.set(i, defective[i]!);
    const records = good.map((record, i) => bad.get(i)?.raw ?? record);
    const asLines = batch % 2 === 1;
    const answer = await service.call(
      'POST',
      '/api/v1/records',
      tenant.ingestKey,
      asLines ? records.map((record) => JSON.stringify(record)).join('\n') : { records },
      asLines ? { 'content-type': 'application/x-ndjson' } : {},
    );
    figures.items += SIZE;
    figures.bad += bad.size;
    if (answer.status !== 200) {
      figures.refused += 1;
      log(`bad: ${where}: ${await service.explain(answer)}`);
      continue;
    }
    const { stored, duplicates, rejected } = answer.body;
    if (stored !== SIZE - bad.size || duplicates !== 0) {
      figures.wrongCounts += 1;
      log(`bad: ${where}: stored ${stored}, duplicates ${duplicates} of ${SIZE - bad.size} good ones`);
    }
    const wanted = [...bad].map(([index, { code, field, id }]) => ({ index, id, code, field }));
    const named = (rejected as Record<string, unknown>[]).map(({ index, id, code, field }) => ({
      index,
      id,
      code,
      field,
    }));
    if (named.length !== wanted.length) figures.wrongItems += Math.abs(named.length - wanted.length);
    for (const [i, item] of named.entries()) {
      if (isDeepStrictEqual(item, wanted[i])) continue;
      figures.wrongItems += 1;
      if (figures.wrongItems < 10) log(`answered ${JSON.stringify(item)}, not ${JSON.stringify(wanted[i])}`);
    }
    for (const [i, record] of good.entries()) if (!bad.has(i)) expected.add(nameOf(record));
  }
  const names = await storedNames(databaseUrl, tenant.id);
  return [
    counted('batches of 1,000', batches),
    counted('items', figures.items),
    counted('bad ones among them', figures.bad),
    none('batches refused as a whole', figures.refused),
    none('batches with wrong counts', figures.wrongCounts),
    none('items with a wrong result', figures.wrongItems),
    exactly('good ones stored', names.filter((name) => expected.has(name)).length, expected.size),
    none('others stored', names.filter((name) => !expected.has(name)).length),
  ];
}
