/** Who is in which state when, as somebody has read it; with `work`, also what follows from what operators accepted. */
export const pieces = (work: boolean) => `from (
  with told as (
    select tenant, source, labels, operator, "group", state, reason, at as since, ended_at as until, 1 as evidence
    from fact.presence
    where at is not null and (at >= $2::timestamptz - interval '24 hours' or ended_at is null or ended_at - at > interval '1 day')
    union all
    select tenant, source, labels, operator, null, state, reason, at, until_at, 2
    from fact.change
    where of = 'operator' and state <> 'unknown' and at is not null and (at >= $2::timestamptz - interval '24 hours' or until_at is null or until_at - at > interval '1 day')${
      work
        ? `
    union all
    select tenant, source, null, operator, null, 'busy', null, accepted_at, eff_ended_at, 3
    from fact.assignment
    where at is not null and (accepted_at >= $2::timestamptz - interval '24 hours' or eff_ended_at is null or eff_ended_at - accepted_at > interval '1 day')
    union all
    select tenant, source, null, operator, null, 'wrap_up', null,
      eff_ended_at, eff_ended_at + wrap_ms * interval '1 millisecond', 4
    from fact.assignment
    where at is not null and wrap_ms > 0 and (accepted_at >= $2::timestamptz - interval '48 hours' or eff_ended_at is null or eff_ended_at - accepted_at > interval '1 day')`
        : ''
    }
  ), spans as (
    select tenant, source, labels, operator, "group", state, reason, evidence,
      greatest(since, $2::timestamptz) as since, least(until, $3::timestamptz) as until
    from told
    where operator is not null and since < $3::timestamptz and (until is null or until > $2::timestamptz) and (until is null or until > since)
  ), edges as (
    select tenant, operator, array_agg(distinct edge order by edge) as at
    from spans cross join lateral (values (since), (until)) as e(edge)
    group by tenant, operator
  ), pieces as (
    select s.tenant, s.operator, e.at[piece] as at, e.at[piece + 1] as ended_at,
      array_agg(array[s.state, s.reason] order by s.evidence, array_position('{busy,wrap_up,paused,available,online,offline}'::text[], s.state), s.reason, s.source)
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
) f`;
