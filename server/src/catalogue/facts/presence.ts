import { column, type Fact, fact, own } from '../declare.js';

/** What a person does who is in several states at once, says the first of these. */
const ORDER = "'{busy,wrap_up,paused,available,online,offline}'::text[]";

/** What matters of facts that begin and end: those that began within the last day before, still last, or lasted longer. */
const recent = (start: string, end: string, since: string, hours = 24) =>
  `(${start} >= ${since} - interval '${hours} hours' or ${end} is null or ${end} - ${start} > interval '1 day')`;

/** Evidence 1: whole intervals; 2: changes of state, where no whole interval says otherwise. */
const statesWithin = (since: string) => `
    select tenant, source, labels, operator, "group", state, reason, at as since, ended_at as until, 1 as evidence
    from fact.presence
    where at is not null and ${recent('at', 'ended_at', since)}
    union all
    select tenant, source, labels, operator, null, state, reason, at, until_at, 2
    from fact.change
    where of = 'operator' and state <> 'unknown' and at is not null and ${recent('at', 'until_at', since)}`;

/** Evidence 3: a dialogue or call that was accepted; 4: the wrap-up behind it. */
const workWithin = (since: string) => `
    union all
    select tenant, source, null, operator, null, 'busy', null, accepted_at, eff_ended_at, 3
    from fact.assignment
    where at is not null and ${recent('accepted_at', 'eff_ended_at', since)}
    union all
    select tenant, source, null, operator, null, 'wrap_up', null,
      eff_ended_at, eff_ended_at + wrap_ms * interval '1 millisecond', 4
    from fact.assignment
    where at is not null and wrap_ms > 0 and ${recent('accepted_at', 'eff_ended_at', since, 48)}`;

/**
 * What operators did between two instants: pieces of time in which each of them is in one state, however many systems tell
 * of them and however their intervals overlap. An operator who is online or available while something accepted is
 * open is busy, and wraps up behind it; nobody is at work only because something is open.
 */
const piecesWithin = (since: string, until: string, work: boolean) => `(
  with told as (${statesWithin(since)}${work ? workWithin(since) : ''}
  ), spans as (
    select tenant, source, labels, operator, "group", state, reason, evidence,
      greatest(since, ${since}) as since, least(until, ${until}) as until
    from told
    where operator is not null and since < ${until} and (until is null or until > ${since}) and (until is null or until > since)
  ), edges as (
    select tenant, operator, array_agg(distinct edge order by edge) as at
    from spans cross join lateral (values (since), (until)) as e(edge)
    group by tenant, operator
  ), pieces as (
    select s.tenant, s.operator, e.at[piece] as at, e.at[piece + 1] as ended_at,
      array_agg(array[s.state, s.reason] order by s.evidence, array_position(${ORDER}, s.state), s.reason, s.source)
        filter (where s.evidence < 3) as states,
      min(s.evidence) filter (where s.evidence > 2) as work,
      (array_agg(s.labels order by s.evidence, s.source) filter (where s.evidence < 3))[1] as labels,
      array_agg(distinct s."group") filter (where s."group" is not null) as groups,
      array_agg(distinct s.source) filter (where s.evidence < 3) as sources
    from spans s
    join edges e on e.tenant = s.tenant and e.operator = s.operator
    cross join lateral generate_series(width_bucket(s.since, e.at), width_bucket(s.until, e.at) - 1) as piece
    group by 1, 2, 3, 4
  ), judged as (
    select *, case when states[1][1] in ('online', 'available') then work end as doing from pieces where states is not null
  )
  select tenant, md5(operator)::uuid as k, operator as id, 'presence' as kind, operator, at, ended_at, labels, groups, sources,
    case doing when 3 then 'busy' when 4 then 'wrap_up' else states[1][1] end as state,
    case when doing is null then states[1][2] end as reason
  from judged
)`;

const readsWork = (work: boolean) => {
  const within = (since: string, until: string) => piecesWithin(since, until, work);
  return {
    kind: column('kind'),
    parents: {},
    from: within("timestamptz '-infinity'", "timestamptz 'infinity'"),
    span: { end: column('ended_at'), within },
    axes: { startedAt: column('at') },
    dimensions: {
      ...own({ operator: 'operator', state: 'state', reason: 'reason' }),
      group: { own: column('groups'), many: true },
      source: { own: column('sources'), many: true },
    },
  } as const satisfies Partial<Fact>;
};

/** The records of presence, for the values that they know. */
export const presenceRecord = fact({
  noun: 'presence records',
  from: 'fact.presence',
  parents: {},
  axes: { startedAt: column('at') },
  dimensions: own({ source: 'source', operator: 'operator', group: '"group"', state: 'state', reason: 'reason' }),
  measures: {},
});

const online = (p: string) => `${p}.state <> 'offline'`;
const paused = (p: string) => `${p}.state = 'paused'`;

/** Who is at work, and who pauses. */
export const presence = fact({
  noun: 'presence of operators',
  ...readsWork(false),
  measures: {
    onlineTime: { aggregate: 'overlap', where: online },
    pausedTime: { aggregate: 'overlap', where: paused },
    online: { aggregate: 'at_end', where: online },
    paused: { aggregate: 'at_end', where: paused },
    onlinePeak: { aggregate: 'peak', where: online },
  },
});

const working = (p: string) => `${p}.state in ('busy', 'wrap_up')`;

/** What those who are at work do; what nobody says of it follows from what they accepted. */
export const workTime = fact({
  noun: 'states of operators',
  ...readsWork(true),
  measures: {
    time: { aggregate: 'overlap' },
    working: { aggregate: 'overlap', where: working },
    ready: { aggregate: 'overlap', where: (p) => `${p}.state in ('busy', 'wrap_up', 'available', 'online')` },
    online: { aggregate: 'overlap', where: online },
  },
});
