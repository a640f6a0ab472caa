import type pg from 'pg';
import { encodeArray } from '../pg-array.js';
import type { Moment } from './touched.js';

/**
 * A state lasts until the subject's next change in its source; `unknown` of the source ends all of its states. Only the
 * changes at the touched moments and the ones just before them can have a new end.
 */
const sameSubject = `s.tenant = $1 and s.source = t.source and s.of is not distinct from t.of
      and s.operator is not distinct from t.operator and s.dialogue_k is not distinct from t.dialogue_k
      and s.call_k is not distinct from t.call_k and s.queue is not distinct from t.queue`;

const deriveEnds = `
with touched as (
  select * from unnest($2::text[], $3::text[], $4::text[], $5::uuid[], $6::uuid[], $7::text[], $8::timestamptz[])
    t(source, of, operator, dialogue_k, call_k, queue, at)
), affected as (
  select s.k from touched t join fact.change s on ${sameSubject} and s.at = t.at
  union
  select before.k from touched t, lateral (
    select s.k from fact.change s where ${sameSubject} and s.at < t.at order by s.at desc, s.k desc limit 1
  ) before
  union
  select s.k from touched t
  join fact.change s on t.of = 'source' and s.tenant = $1 and s.source = t.source and s.of is distinct from 'source'
    and s.at <= t.at and (s.until_at is null or s.until_at >= t.at)
), ends as (
  select t.k, least(
    (select min(s.at) from fact.change s where ${sameSubject} and (s.at, s.k) > (t.at, t.k)),
    (select min(s.at) from fact.change s where s.tenant = $1 and s.source = t.source and s.of = 'source'
      and s.state = 'unknown' and s.at > t.at and t.of is distinct from 'source')
  ) as until_at
  from affected join fact.change t on t.tenant = $1 and t.k = affected.k
)
update fact.change c set until_at = e.until_at from ends e
where c.tenant = $1 and c.k = e.k and c.until_at is distinct from e.until_at`;

export async function deriveChangeEnds(
  client: pg.PoolClient,
  tenant: number,
  moments: readonly Moment[],
): Promise<void> {
  if (moments.length === 0) return;
  const texts = (of: (moment: Moment) => string | null) => encodeArray('text', moments.map(of));
  const keys = (of: (moment: Moment) => string | null) => encodeArray('uuid', moments.map(of));
  await client.query({
    name: 'derive change ends',
    text: deriveEnds,
    values: [
      tenant,
      texts(({ source }) => source),
      texts(({ of }) => of),
      texts(({ operator }) => operator),
      keys(({ dialogue }) => dialogue),
      keys(({ call }) => call),
      texts(({ queue }) => queue),
      encodeArray(
        'timestamptz',
        moments.map(({ at }) => at),
      ),
    ],
  });
}
