import { kinds } from '../../../src/facts/kinds.js';
import { atLeast, counted, exactly, none } from '../figures.js';
import type { Given } from '../given.js';
import { Random } from '../random.js';
import { type Raw, validRecords } from '../records/valid-records.js';
import { queryAsOwner } from '../service/owner.js';
import { makeKey, makeTenant } from '../service/tenants.js';

const MOMENT = Date.UTC(2020, 0, 1);
const PIECE = 500;

interface Listed extends Record<string, unknown> {
  kind: string;
  id: string;
  field: string;
  lost: string;
}

/** Fields in which two records of one moment can disagree about any text: the free dimensions of each kind. */
const disputable = [...kinds.values()].flatMap((kind) =>
  [...kind.fields]
    .filter(([name, field]) => field.merge === 'newest' && field.schema.safeParse('a').success && name !== 'state')
    .filter(([, field]) => field.resolve === undefined)
    .map(([name]) => ({ kind: kind.name, field: name })),
);

/**
 * R3: identity is (tenant, source, id). The same ids are sent by two tenants, and by two sources of one tenant, by key and
 * by the record's own `source`; and for every free field of every kind two records of one moment contradict each other.
 */
export async function proveR3({ openStage, seed, log, ids }: Given & { ids: number }) {
  const { service, databaseUrl } = await openStage();
  const first = await makeTenant(service, databaseUrl, 'first');
  const other = await makeTenant(service, databaseUrl, 'other');
  const secondKey = await makeKey(service, 'first', { scopes: ['ingest'], source: 'pbx-2' });
  const send = async (key: string, records: readonly Raw[]): Promise<{ stored: number; duplicates: number }> => {
    let [stored, duplicates] = [0, 0];
    for (let from = 0; from < records.length; from += PIECE) {
      const piece = records.slice(from, from + PIECE);
      const answer = await service.call('POST', '/api/v1/records', key, { records: piece });
      const { status, body } = answer;
      if (status !== 200 || body.rejected.length > 0) log(await service.explain(answer));
      else [stored, duplicates] = [stored + body.stored, duplicates + body.duplicates];
    }
    return { stored, duplicates };
  };

  const plain = validRecords(seed, ids, 'same').map((record): Raw => ({ ...record, source: 'test' }));
  const unnamed = plain.map((record): Raw => ({ ...record, source: undefined }));
  const firstTime = await send(first.ingestKey, unnamed);
  const bySecondKey = await send(secondKey, unnamed);
  const byOther = await send(other.ingestKey, unnamed);
  const byName = await send(first.ingestKey, plain.map((record) => ({ ...record, source: 'named' }))); // prettier-ignore
  const repeated = await send(secondKey, plain.map((record) => ({ ...record, source: 'test' }))); // prettier-ignore
  const rows = await queryAsOwner<{ n: number }>(databaseUrl, `select count(*)::int as n from (${everyFact()}) f`);

  const disputes = Array.from({ length: Math.max(ids, disputable.length) }, (_, n) => {
    const { kind, field } = disputable[n % disputable.length]!;
    return { id: `disputed-${n}`, kind, field };
  });
  const said = (value: string): Raw[] =>
    disputes.map(({ id, kind, field }) => ({ kind, id, observedAt: MOMENT, [field]: value }));
  const labelled = (value: string): Raw[] => [
    { kind: 'call', id: 'labelled', observedAt: MOMENT, labels: { plan: value } },
  ];
  for (const value of ['zebra', 'aardvark']) await send(first.ingestKey, labelled(value));
  const random = new Random(seed);
  const before = await send(first.ingestKey, said('zebra'));
  const later = await send(first.ingestKey, said('aardvark'));
  await send(first.ingestKey, random.shuffled([...said('zebra'), ...said('aardvark')]));
  const conflicts = await queryAsOwner<Listed>(
    databaseUrl,
    `select c.kind, f.id, c.field, c.lost from conflict c join (${everyFact()}) f using (tenant, kind, k) where c.tenant = $1`,
    [first.id],
  );
  const wanted = new Set(disputes.map(({ id, kind, field }) => `${kind} ${id} ${field} "aardvark"`));
  const ofLabels = conflicts.filter(({ id, lost }) => id === 'labelled' && lost === '"aardvark"');
  const listed = conflicts
    .filter(({ id }) => id !== 'labelled')
    .map(({ kind, id, field, lost }) => `${kind} ${id} ${field} ${lost}`);
  for (const line of listed.filter((line) => !wanted.has(line)).slice(0, 5)) log(`listed, though none: ${line}`);
  return [
    counted('ids, over all kinds', ids),
    exactly('stored by the first source', firstTime.stored, ids),
    exactly('stored by another key of the same tenant, with another source', bySecondKey.stored, ids),
    exactly('stored by another tenant, same source', byOther.stored, ids),
    exactly('stored under a source that the record names', byName.stored, ids),
    exactly('duplicates when another key names the first source', repeated.duplicates, ids),
    exactly('rows', rows[0]!.n, 4 * ids),
    atLeast('fields that were disputed', disputable.length, 50),
    exactly('records contradicted', before.stored, disputes.length),
    exactly('contradicting records that changed nothing', later.duplicates, disputes.length),
    exactly('conflicts listed once, with the value that lost', new Set(listed).size, disputes.length),
    none('conflicts not listed', [...wanted].filter((line) => !listed.includes(line)).length),
    exactly('conflicts of a label listed', ofLabels.length, 1),
  ];
}

/** Every fact that a record described, of all kinds. */
function everyFact(): string {
  return [...kinds.keys()]
    .map((kind) => `select tenant, '${kind}' as kind, k, id from fact.${kind} where first_known is not null`)
    .join(' union all ');
}
