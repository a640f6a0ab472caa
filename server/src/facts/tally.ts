import type pg from 'pg';
import { encodeEach } from './pg-array.js';
import type { ParsedRecord } from './record.js';

/** What arrived from one source. */
export interface Tally {
  stored: number;
  duplicates: number;
  conflicts: number;
  rejected: number;
  /** The latest moment that a record speaks of, epoch milliseconds. */
  newest: number | null;
  /** How many stored records arrived how late, by class. */
  readonly lags: number[];
}

export type Tallies = Map<string, Tally>;

/** The tally of a source, begun where there is none. */
export function tallyOf(tallies: Tallies, source: string): Tally {
  let tally = tallies.get(source);
  if (!tally) {
    tally = { stored: 0, duplicates: 0, conflicts: 0, rejected: 0, newest: null, lags: [] };
    tallies.set(source, tally);
  }
  return tally;
}

/** The class of a lag: 0 up to a second, then two classes a doubling. */
const classOf = (lagMs: number): number => (lagMs <= 1000 ? 0 : Math.ceil(2 * Math.log2(lagMs / 1000)));

/** @param arrived epoch milliseconds */
export function tallyRecord(tallies: Tallies, record: ParsedRecord, isStored: boolean, arrived: number): void {
  const tally = tallyOf(tallies, record.source);
  if (tally.newest === null || record.observedAt > tally.newest) tally.newest = record.observedAt;
  if (!isStored) {
    tally.duplicates += 1;
    return;
  }
  tally.stored += 1;
  const lag = classOf(arrived - record.observedAt);
  while (tally.lags.length <= lag) tally.lags.push(0);
  tally.lags[lag] = (tally.lags[lag] ?? 0) + 1;
}

const add = `with arrived as (
  select *
  from unnest($2::text[], $3::int8[], $4::int8[], $5::int8[], $6::int8[], $7::timestamptz[], $8::text[])
    x(source, stored, duplicates, conflicts, rejected, newest, lags)
), later as (
  insert into newest_record select $1, source, newest from arrived where newest is not null
  on conflict (tenant, source) do update set newest = excluded.newest where newest_record.newest < excluded.newest
)
insert into intake (tenant, source, at, stored, duplicates, conflicts, rejected, newest, lags)
select $1, source, date_trunc('minute', now()), stored, duplicates, conflicts, rejected, newest, lags::int8[]
from arrived
on conflict (tenant, source, at) do update set
  stored = intake.stored + excluded.stored, duplicates = intake.duplicates + excluded.duplicates,
  conflicts = intake.conflicts + excluded.conflicts, rejected = intake.rejected + excluded.rejected,
  newest = greatest(intake.newest, excluded.newest),
  lags = array(
    select coalesce(held, 0) + coalesce(came, 0)
    from unnest(intake.lags, excluded.lags) with ordinality as pair(held, came, class) order by class
  )`;

/** Adds what arrived to the minute's tallies and moves the newest moment of each source on, in the transaction that stores or refuses it. */
export async function addTallies(client: pg.PoolClient, tenant: number, tallies: Tallies): Promise<void> {
  if (tallies.size === 0) return;
  // In one order always: two instances may refuse records of the same sources at once.
  const rows = [...tallies].sort(([a], [b]) => (a < b ? -1 : 1));
  const counts = (of: (tally: Tally) => number | null) => encodeEach('int8', rows, ([, tally]) => of(tally));
  await client.query({
    name: 'add tallies',
    text: add,
    values: [
      tenant,
      encodeEach('text', rows, ([source]) => source),
      counts(({ stored }) => stored),
      counts(({ duplicates }) => duplicates),
      counts(({ conflicts }) => conflicts),
      counts(({ rejected }) => rejected),
      encodeEach('timestamptz', rows, ([, { newest }]) => newest),
      encodeEach('text', rows, ([, { lags }]) => `{${lags.join(',')}}`),
    ],
  });
}
