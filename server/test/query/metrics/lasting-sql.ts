/** The range of the questions, and its end, at which states are looked at: a millisecond before decides what is read. */
export const FROM = '2026-10-31T21:00:00.000Z';
export const TO = '2026-11-07T21:00:00.000Z';
export const atEnd = ['2026-11-07T20:59:59.999Z', TO] as const;
export const dayBefore = { from: '2026-10-30T21:00:00.000Z', end: '2026-11-06T20:59:59.999Z' };

/** The part of each fact that falls into a bucket; `$n` holds where buckets begin, the next where they end. */
export const part = (start: string, end: string, n: number) =>
  `cross join lateral generate_series(greatest(width_bucket(${start}, $${n}::timestamptz[]), 1), width_bucket(least(${end}, $3), $${n}::timestamptz[])) as cut(bucket)
cross join lateral (select greatest(${start}, ($${n}::timestamptz[])[cut.bucket]) as since, least(${end}, ($${n + 1}::timestamptz[])[cut.bucket]) as until) part`;

/** The buckets at whose ends a fact lasts. */
export const moments = (start: string, end: string, n: number) =>
  `cross join lateral generate_series(width_bucket(${start}, $${n}::timestamptz[]) + 1, width_bucket(coalesce(${end}, 'infinity'), $${n}::timestamptz[])) as cut(bucket)`;

export const steps = 'cross join lateral (values (part.since, 1), (part.until, -1)) as step(at, by)';

/** Which facts are read. */
export const lasts = (start: string, end: string) => `  and ${start} < $3\n  and (${end} is null or ${end} > $2)`;

export const milliseconds = 'sum(extract(epoch from part.until - part.since) * 1000)';

/** The most at once of what begins and ends. */
export const peakOf = (from: string) => `select max(n1)::float8 as n1
from (
select sum(n1) over (order by at) as n1
from (
select step.at as at,
  (sum(step.by))::float8 as n1
${from}
group by 1
) steps
) levels`;
