import type pg from 'pg';
import { together } from '../../together.js';
import { encodeEach } from '../pg-array.js';
import type { Moment } from './touched.js';

/** The changes at the touched moments, and the ones just before them: only they can have a new end. */
const neighbours = `
select s.k from unnest($2::text[], $3::text[], $4::timestamptz[]) t(source, subject, at)
join fact.change s on s.source = t.source and s.subject = t.subject and s.at = t.at
where s.tenant = $1 and s.subject = any($3::text[]) and s.at = any($4::timestamptz[])
union
select (
  select s.k from fact.change s
  where s.tenant = $1 and s.source = t.source and s.subject = t.subject and s.at < t.at
  order by s.at desc, s.k desc limit 1
) from unnest($2::text[], $3::text[], $4::timestamptz[]) t(source, subject, at)`;

/** Everything of a source that was, or would have been, going on when the source knew nothing any more. */
const interrupted = `
select s.k from unnest($2::text[], $3::text[], $4::timestamptz[]) t(source, subject, at)
join fact.change s on s.source = t.source and s.at <= t.at and (s.until_at is null or s.until_at >= t.at)
where s.tenant = $1 and s.of is distinct from 'source'`;

/** A state lasts until the subject's next change in its source; \`unknown\` of the source ends all of its states. */
const deriveEnds = (affected: string) => `
with affected as (${affected}
), ends as (
  select c.k, least(
    (select min(s.at) from fact.change s
      where s.tenant = $1 and s.source = c.source and s.subject = c.subject and (s.at, s.k) > (c.at, c.k)),
    (select min(s.at) from fact.change s
      where s.tenant = $1 and s.source = c.source and s.of = 'source' and s.state = 'unknown' and s.at > c.at
        and c.of is distinct from 'source')
  ) as until_at
  from fact.change c
  where c.tenant = $1 and c.k = any(array(select k from affected))
)
update fact.change c set until_at = e.until_at from ends e
where c.tenant = $1 and c.k = e.k and c.k = any(array(select k from ends)) and c.until_at is distinct from e.until_at`;

const statements = { neighbours: deriveEnds(neighbours), interrupted: deriveEnds(interrupted) } as const;

/** Writes how long the states around those moments lasted, as now known. */
export async function deriveChangeEnds(
  client: pg.PoolClient,
  tenant: number,
  moments: readonly Moment[],
): Promise<void> {
  const ofSources = moments.filter(({ isSource }) => isSource);
  await together([run(client, tenant, 'neighbours', moments), run(client, tenant, 'interrupted', ofSources)]);
}

async function run(
  client: pg.PoolClient,
  tenant: number,
  reach: keyof typeof statements,
  moments: readonly Moment[],
): Promise<void> {
  if (moments.length === 0) return;
  await client.query({
    name: `derive ends of ${reach}`,
    text: statements[reach],
    values: [
      tenant,
      encodeEach('text', moments, ({ source }) => source),
      encodeEach('text', moments, ({ subject }) => subject),
      encodeEach('timestamptz', moments, ({ at }) => at),
    ],
  });
}
