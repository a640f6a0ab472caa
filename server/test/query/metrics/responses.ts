import { after, at, before, type MetricCase, within } from './metric-case.js';

const key = (end: string) => `00000000-0000-0000-0000-0000000000${end}`;
const [one, two, three, four] = [key('b1'), key('b2'), key('b3'), key('b4')];
const said = (eff_dialogue_k: string, author: string, time: string, row: object = {}) => ({
  ...{ eff_dialogue_k, author, at: time },
  ...row,
});

const replies = `from (select r.tenant, r.k, r.id, 'message' as kind, r.at, r.source, r.labels, r.eff_dialogue_k, r.operator, r.bot, r.channel, r.chat, r.customer,
    (extract(epoch from r.at - asked.at) * 1000)::int8 as waited_ms
  from fact.message r
  left join lateral (
    select o.at, o.k from fact.message o
    where o.tenant = r.tenant and o.eff_dialogue_k = r.eff_dialogue_k and o.author = 'operator' and (o.at, o.k) < (r.at, r.k)
    order by o.at desc, o.k desc limit 1
  ) previous on true
  cross join lateral (
    select min(c.at) as at from fact.message c
    where c.tenant = r.tenant and c.eff_dialogue_k = r.eff_dialogue_k and c.author = 'customer' and (c.at, c.k) < (r.at, r.k)
      and (previous.k is null or (c.at, c.k) > (previous.at, previous.k))
  ) asked
  where r.author = 'operator' and asked.at is not null) f
${within}`;

/** 30 s in spite of a bot, nothing for the second message, 10 s for the next turn; 90 s past midnight; nobody asked; too late. */
const conversation = [
  said(one, 'customer', at('10:00:00')),
  said(one, 'bot', at('10:00:01')),
  said(one, 'customer', at('10:00:20')),
  said(one, 'operator', at('10:00:30')),
  said(one, 'operator', at('10:00:31')),
  said(one, 'customer', at('10:01:00')),
  said(one, 'operator', at('10:01:10')),
  said(one, 'customer', at('10:02:00')),
  said(two, 'customer', at('20:59:00')),
  said(two, 'operator', at('21:00:30')),
  said(three, 'operator', at('10:00:00')),
  said(three, 'customer', '2026-11-07T20:59:59Z'),
  said(three, 'operator', after),
  // Taken back: neither asked nor answered.
  said(four, 'customer', at('10:00:00')),
  said(four, 'operator', at('10:00:01'), { at: null }),
];

const between = (from: string, to: string) =>
  `case when ${to} >= ${from} then (extract(epoch from ${to} - ${from}) * 1000)::int8 end`;
const resolutions = `from (select s.tenant, s.k, s.id, 'change' as kind, s.at, s.source, s.labels, s.dialogue_k, ${between('episode.opened_at', 's.at')} as open_ms
  from fact.change s
  join fact.dialogue d on d.tenant = s.tenant and d.k = s.dialogue_k and d.at is not null
  cross join lateral (
    select max(p.at) as resolved_at from fact.change p
    where p.tenant = s.tenant and p.dialogue_k = s.dialogue_k and p.of = 'dialogue' and p.state = 'resolved' and (p.at, p.k) < (s.at, s.k)
  ) previous
  cross join lateral (
    select min(o.at) as at from fact.change o
    where o.tenant = s.tenant and o.dialogue_k = s.dialogue_k and o.of = 'dialogue' and o.state = 'open' and o.at <= s.at
      and (previous.resolved_at is null or o.at >= previous.resolved_at)
  ) opening
  cross join lateral (select case when previous.resolved_at is null then least(d.at, opening.at) else opening.at end as opened_at) episode
  where s.of = 'dialogue' and s.state = 'resolved' and episode.opened_at is not null
  union all
  select d.tenant, d.k, d.id, 'dialogue', d.closed_at, d.source, d.labels, d.k, ${between('d.at', 'd.closed_at')}
  from fact.dialogue d
  where d.at is not null and d.resolved is not false and not exists (
    select from fact.change s
    where s.tenant = d.tenant and s.dialogue_k = d.k and s.of = 'dialogue' and s.state = 'resolved' and s.at is not null
  )) f
${within}`;

/** Episodes of 600 s and 60 s, a close after 100 s, one before its start; not resolved, still open, another range. */
const resolved = {
  dialogue: [
    { k: one, at: at('10:00:00'), closed_at: at('13:00:00') },
    { k: two, at: at('10:00:00'), closed_at: at('10:01:40') },
    { k: three, at: at('10:00:00'), closed_at: at('09:00:00') },
    { at: at('10:00:00'), closed_at: at('10:10:00'), resolved: false },
    { k: four, at: at('10:00:00') },
    { at: at('10:00:00'), closed_at: after },
    { at: null, closed_at: at('10:10:00') },
  ],
  change: [
    { time: '10:10:00', state: 'resolved' },
    { time: '10:11:00', state: 'resolved' },
    { time: '12:00:00', state: 'open' },
    { time: '12:00:30', state: 'open' },
    { time: '12:01:00', state: 'resolved' },
  ].map(({ time, state }) => ({ at: at(time), of: 'dialogue', dialogue_k: one, state })),
};

export const responseCases: MetricCase[] = [
  {
    id: 'operator_replies',
    sql: `select (count(*))::float8 as n1\n${replies}`,
    facts: { message: conversation },
    expected: 3,
  },
  {
    id: 'next_response_time',
    sql: `select (percentile_cont($4::float8) within group (order by f.waited_ms))::float8 as n1,
  (count(f.waited_ms))::float8 as d1
${replies}`,
    values: [0.5],
    facts: { message: conversation },
    expected: 30,
  },
  {
    id: 'average_next_response_time',
    sql: `select (sum(f.waited_ms))::float8 as n1,\n  (count(*))::float8 as d1\n${replies}`,
    facts: { message: conversation },
    expected: (30 + 10 + 90) / 3,
  },
  {
    id: 'resolutions',
    sql: `select (count(*))::float8 as n1\n${resolutions}`,
    facts: resolved,
    expected: 4,
  },
  {
    id: 'resolution_time',
    sql: `select (percentile_cont($4::float8) within group (order by f.open_ms))::float8 as n1,
  (count(f.open_ms))::float8 as d1
${resolutions}`,
    values: [0.5],
    facts: resolved,
    expected: 100,
  },
  {
    id: 'average_resolution_time',
    sql: `select (sum(f.open_ms))::float8 as n1,
  (count(*))::float8 as d1
${resolutions}
  and f.open_ms is not null`,
    facts: resolved,
    expected: (600 + 60 + 100) / 3,
  },
  {
    id: 'dialogues_active_operators',
    sql: `select (count(distinct f.dialogue_k))::float8 as n1
from (select tenant, k, id, 'message' as kind, at, source, labels, eff_dialogue_k as dialogue_k, operator from fact.message where author = 'operator'
  union all
  select tenant, k, id, 'assignment', accepted_at, source, labels, dialogue_k, operator
  from fact.assignment where at is not null and accepted_at is not null and dialogue_k is not null) f
${within}`,
    facts: {
      message: [said(one, 'operator', at('10:00:00')), said(two, 'customer', at('10:00:00')), said(two, 'operator', before)],
      assignment: [
        { at: at('10:00:00'), accepted_at: at('10:00:01'), dialogue_k: one },
        // Offered before, accepted within.
        { at: before, accepted_at: at('10:00:01'), dialogue_k: three },
        { at: at('10:00:00'), dialogue_k: four },
        { at: at('10:00:00'), accepted_at: at('10:00:01') },
      ],
    },
    expected: 2,
  },
]; // prettier-ignore
