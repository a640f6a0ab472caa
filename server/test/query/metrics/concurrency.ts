import { atEnd, dayBefore, FROM, lasts, milliseconds, moments, part, peakOf, steps, TO } from './lasting-sql.js';
import { after, at, before, type MetricCase, within } from './metric-case.js';

const waitEnd = 'coalesce(coalesce(f.answered_at, f.left_at), case when f.reason is not null then f.at end)';
const waitLong =
  "(coalesce(f.answered_at, f.left_at) is null or coalesce(f.answered_at, f.left_at) - f.at > interval '1 day')";
const waits = `where f.tenant = $1\n${lasts('f.at', waitEnd)}\n  and (f.at >= $4 or ${waitLong})`;
const overlapValues = [dayBefore.from, [FROM], [TO]];

/** Waiting at the end of the range: five, the longest since the 20th of October. */
const entries = [
  { at: '2026-11-07T20:59:00Z' },
  { at: '2026-11-07T20:00:00Z', left_at: TO, reason: 'abandoned' },
  { at: '2026-11-05T12:00:00Z' },
  { at: '2026-10-20T12:00:00Z' },
  { at: '2026-11-07T20:58:00Z', answered_at: '2026-11-07T21:10:00Z' },
  { at: '2026-11-07T20:00:00Z', left_at: '2026-11-07T20:30:00Z' },
  { at: '2026-11-07T20:00:00Z', reason: 'abandoned' },
  { at: TO },
  { at: null },
];

/** One from before until 13:04; one after the other at noon; three from 13:04:30 on; one that takes no time, one less than none. */
const from = (start: string, end: string) => ({ at: start, left_at: end });
const crowd = [
  from('2026-10-20T12:00:00Z', at('13:04:00')),
  from(at('12:00:00'), at('12:10:00')),
  from(at('12:10:00'), at('12:20:00')),
  from(at('13:00:00'), at('13:05:00')),
  from(at('13:04:00'), at('13:10:00')),
  from(at('13:04:30'), at('13:06:00')),
  from(at('13:04:45'), at('13:04:45')),
  from(at('13:04:50'), at('13:04:40')),
];

const callEnd =
  "coalesce(f.eff_ended_at, coalesce(f.eff_answered_at, f.at) + f.duration_ms * interval '1 millisecond', case when f.eff_answered_at is null and f.eff_status <> 'open' then f.at end)";
const ongoing = `where f.tenant = $1\n${lasts('f.at', callEnd)}
  and (f.at >= $4 or (f.eff_ended_at is null or f.eff_ended_at - f.at > interval '1 day'))
  and part.until > part.since`;

const attempts = `from (select tenant, k, id, 'leg' as kind, at, source, labels, trunk, direction, status, cause, operator, started_at, ringing_at, answered_at, ended_at
  from fact.leg
  union all
  select tenant, k, id, 'call', at, source, labels, eff_trunk, eff_direction, eff_status, eff_cause, eff_operator, eff_started_at,
    eff_ringing_at, eff_answered_at, eff_ended_at
  from fact.call where legs = 0)`;
const inSecond = (time: string, trunk: string, count: number) =>
  Array.from({ length: count }, () => ({ at: at(time), trunk }));

export const concurrencyCases: MetricCase[] = [
  {
    id: 'backlog',
    sql: `select (count(*))::float8 as n1
from (select d.*, coalesce(d.closed_at, (
    select c.at from fact.change c
    where c.tenant = d.tenant and c.dialogue_k = d.k and c.of = 'dialogue' and c.state = 'resolved' and c.until_at is null
    order by c.at limit 1
  )) as over_at
  from fact.dialogue d) f
${moments('f.at', 'f.over_at', 5)}
where f.tenant = $1
${lasts('f.at', 'f.over_at')}
  and (f.at >= $4 or (f.closed_at is null or f.closed_at - f.at > interval '1 day'))`,
    range: atEnd,
    values: [dayBefore.end, [TO]],
    facts: {
      dialogue: [
        { at: '2026-10-20T12:00:00Z' },
        { at: at('12:00:00'), closed_at: '2026-11-07T22:00:00Z' },
        { at: at('12:00:00'), closed_at: TO },
        { at: at('12:00:00'), closed_at: '2026-11-07T20:59:59.999Z' },
        { at: TO },
        { at: at('12:00:00'), k: '00000000-0000-0000-0000-000000000001' },
        { at: at('12:00:00'), k: '00000000-0000-0000-0000-000000000002' },
      ],
      change: [
        { of: 'dialogue', dialogue_k: '00000000-0000-0000-0000-000000000001', state: 'resolved', at: at('13:00:00') },
        { of: 'dialogue', dialogue_k: '00000000-0000-0000-0000-000000000002', state: 'resolved', at: at('13:00:00'), until_at: at('14:00:00') },
        { of: 'dialogue', dialogue_k: '00000000-0000-0000-0000-000000000002', state: 'open', at: at('14:00:00') },
      ], // prettier-ignore
    },
    expected: 4,
  },
  {
    id: 'queue_now',
    sql: `select (count(*))::float8 as n1\nfrom fact.queue_entry f\n${moments('f.at', waitEnd, 5)}\n${waits}`,
    range: atEnd,
    values: [dayBefore.end, [TO]],
    facts: { queue_entry: entries },
    expected: 5,
  },
  {
    id: 'queue_peak',
    sql: peakOf(
      `from fact.queue_entry f\n${part('f.at', waitEnd, 5)}\n${steps}\n${waits}\n  and part.until > part.since`,
    ),
    values: overlapValues,
    facts: { queue_entry: crowd },
    expected: 3,
  },
  {
    id: 'longest_wait_now',
    sql: `select (max(extract(epoch from ($5::timestamptz[])[cut.bucket] - f.at) * 1000))::float8 as n1
from fact.queue_entry f
${moments('f.at', waitEnd, 5)}
${waits}`,
    range: atEnd,
    values: [dayBefore.end, [TO]],
    facts: { queue_entry: entries },
    expected: (18 * 24 + 9) * 3600,
  },
  {
    id: 'concurrent_calls_peak',
    sql: peakOf(`from fact.call f\n${part('f.at', callEnd, 5)}\n${steps}\n${ongoing}`),
    values: overlapValues,
    facts: { call: crowd.map(({ at: start, left_at }) => ({ at: start, eff_ended_at: left_at })) },
    expected: 3,
  },
  {
    id: 'concurrent_calls_average',
    sql: `select (${milliseconds})::float8 as n1\nfrom fact.call f\n${part('f.at', callEnd, 5)}\n${ongoing}`,
    values: overlapValues,
    facts: {
      call: [
        { at: '2026-10-31T20:00:00Z', eff_ended_at: '2026-10-31T22:00:00Z' },
        { at: '2026-11-07T20:00:00Z' },
        { at: at('11:59:00'), eff_status: 'answered', eff_answered_at: at('12:00:00'), duration_ms: 1_740_000 },
        { at: '2026-11-07T20:29:00Z', eff_status: 'answered', eff_answered_at: '2026-11-07T20:30:00Z' },
        { at: at('12:00:00'), eff_status: 'busy' },
        { at: after },
      ],
    },
    expected: (1 + 1 + 0.5 + 31 / 60) / (7 * 24),
  },
  {
    id: 'cps_average',
    sql: `select (count(*))::float8 as n1\n${attempts} f\n${within}`,
    facts: {
      leg: [{ at: before }, { at: at('12:00:00') }, { at: at('12:00:00') }, { at: after }],
      call: [{ at: at('12:00:00') }, { at: at('12:00:00'), legs: 1 }],
    },
    expected: 3 / (7 * 86_400),
  },
  {
    id: 'cps_peak',
    sql: `select max(n1)::float8 as n1
from (
select date_bin('1 second', f.at, 'epoch') as second,
  (count(*))::float8 as n1
${attempts} f
${within}
group by 1
) seconds`,
    facts: {
      leg: [{ at: at('12:00:00') }, { at: at('12:00:00.999') }, { at: at('12:00:01') }, { at: at('12:00:01.001') }],
      call: [{ at: at('12:00:00.5') }, { at: at('12:00:00'), legs: 1 }],
    },
    expected: 3,
  },
  {
    id: 'cps_answered_average',
    sql: `select (count(*))::float8 as n1
${attempts} f
${within}
  and (f.status = 'answered' or f.answered_at is not null)`,
    facts: {
      leg: [
        { at: at('12:00:00'), status: 'answered' },
        { at: at('12:00:00'), answered_at: at('12:00:05') },
        { at: at('12:00:00'), status: 'busy' },
      ],
    },
    expected: 2 / (7 * 86_400),
  },
  {
    id: 'trunk_cps_of_limit',
    sql: `select max(n1)::float8 as n1
from (
select date_bin('1 second', f.at, 'epoch') as second,
  f.trunk as each,
  (sum(100.0 / f.trunk_limit))::float8 as n1
from (select a.*, l."limit" as trunk_limit
  ${attempts} a
  left join (
    select distinct on (tenant, value) tenant, value, "limit" from fact.name
    where dimension = 'trunk' and at is not null and "limit" > 0
    order by tenant, value, seen desc nulls last, k
  ) l on l.tenant = a.tenant and l.value = a.trunk) f
${within}
group by 1, 2
) seconds`,
    facts: {
      name: [
        { at: at('09:00:00'), dimension: 'trunk', value: 't1', limit: 2, seen: 1 },
        { at: at('09:00:00'), dimension: 'trunk', value: 't1', limit: 4, seen: 2 },
        { at: at('09:00:00'), dimension: 'trunk', value: 't2', limit: 10, seen: 1 },
        { at: at('09:00:00'), dimension: 'queue', value: 't3', limit: 1, seen: 1 },
      ],
      leg: [...inSecond('12:00:00.5', 't1', 3), ...inSecond('12:00:00.1', 't2', 5), ...inSecond('12:00:00', 't3', 9)],
    },
    expected: 75,
  },
];
