import { answered, attempts } from './calls.js';
import { at, type MetricCase, within } from './metric-case.js';

const day = at('10:00:00');
const missed = `f.eff_direction = 'inbound' and ${answered} is not true and coalesce(f.eff_status, 'open') <> 'open'`;
const spoken = "f.bot_outcome in ('goal', 'transferred', 'hung_up', 'not_understood', 'error')";
const sign = 'coalesce(f.ringing_at, f.answered_at)';
const over = `(${answered} or f.eff_ended_at is not null or coalesce(f.eff_status, 'open') <> 'open')`;
const decided =
  "((f.status = 'answered' or f.answered_at is not null) or f.ended_at is not null or coalesce(f.status, 'open') <> 'open')";
const delay = `case when ${sign} >= f.started_at then (extract(epoch from ${sign} - f.started_at) * 1000)::int8 end`;

/** Inbound: two missed, one of them given up, a mailbox; answered by either sign; still open; and one that goes out. */
const inbound = [
  ...['no_answer', 'cancelled', 'voicemail', 'answered', 'open', null].map((eff_status) => ({
    at: day,
    eff_direction: 'inbound',
    eff_status,
  })),
  { at: day, eff_direction: 'inbound', eff_status: 'cancelled', eff_answered_at: day },
  { at: day, eff_direction: 'outbound', eff_status: 'no_answer' },
  { at: day, eff_status: 'missed' },
];
const bots = [
  ...['goal', 'goal', 'transferred', 'hung_up', 'not_understood', 'error', 'error', 'goal', 'machine', 'no_answer'].map(
    (bot_outcome) => ({ at: day, bot: 'survey', bot_outcome }),
  ),
  { at: day, bot: 'survey' },
  { at: day, bot_outcome: 'machine' },
  { at: day, eff_operator: 'ann' },
];
/** 2 s to the ringing, 3 s to the answer, 7 s of a call without legs; a contradiction; nothing heard. */
const dialled = {
  leg: [
    { at: day, started_at: at('10:00:00'), ringing_at: at('10:00:02'), answered_at: at('10:00:09') },
    { at: day, started_at: at('10:00:00'), answered_at: at('10:00:03') },
    { at: day, started_at: at('10:00:00'), ringing_at: at('09:59:59') },
    { at: day, started_at: at('10:00:00') },
  ],
  call: [
    { at: day, legs: 0, eff_started_at: at('10:00:00'), eff_ringing_at: at('10:00:07') },
    { at: day, legs: 4, eff_started_at: at('10:00:00'), eff_ringing_at: at('10:00:59') },
  ],
};

export const callRateCases: MetricCase[] = [
  {
    id: 'calls_missed',
    sql: `select (count(*))::float8 as n1\nfrom fact.call f\n${within}\n  and ${missed}`,
    facts: { call: inbound },
    expected: 3,
  },
  {
    id: 'calls_abandoned',
    sql: `select (count(*))::float8 as n1\nfrom fact.call f\n${within}\n  and ${missed} and f.eff_status = 'cancelled'`,
    facts: { call: inbound },
    expected: 1,
  },
  {
    id: 'answer_rate',
    sql: `select (count(*) filter (where ${answered}))::float8 as n1,
  (count(*))::float8 as d1
from fact.call f
${within}
  and ${over}`,
    // One that ended without a word how; two of the others still ring.
    facts: { call: [...inbound, { at: day, eff_ended_at: at('10:00:30') }] },
    expected: 25,
  },
  {
    id: 'reach_rate',
    sql: `select (count(distinct f.customer) filter (where ${answered}))::float8 as n1,
  (count(distinct f.customer))::float8 as d1
from fact.call f
${within}`,
    facts: {
      call: [
        { at: day, customer: 'anna', eff_status: 'busy' },
        { at: day, customer: 'anna', eff_status: 'answered' },
        { at: day, customer: 'anna', eff_status: 'answered' },
        { at: day, customer: 'boris', eff_status: 'busy' },
        { at: day, customer: 'boris', eff_status: 'no_answer' },
        { at: day, eff_status: 'answered' },
      ],
    },
    expected: 50,
  },
  {
    id: 'average_talk_time',
    sql: `select (sum(f.eff_talk_ms) filter (where ${answered}))::float8 as n1,
  (count(*))::float8 as d1
from fact.call f
${within}
  and ${answered} and f.eff_talk_ms is not null`,
    facts: {
      call: [
        { at: day, eff_status: 'answered', eff_talk_ms: 30_000 },
        { at: day, eff_status: 'answered', eff_talk_ms: 0 },
        { at: day, eff_status: 'answered' },
        // Talked without an answer: somebody's clock is wrong.
        { at: day, eff_status: 'no_answer', eff_talk_ms: 70_000 },
      ],
    },
    expected: 15,
  },
  {
    id: 'short_calls_percent',
    sql: `select (count(*) filter (where f.duration_ms < 10000))::float8 as n1,
  (count(*))::float8 as d1
from fact.call f
${within}
  and ${answered} and f.duration_ms is not null`,
    facts: {
      call: [
        { at: day, eff_status: 'answered', duration_ms: 9_999 },
        { at: day, eff_status: 'answered', duration_ms: 10_000 },
        { at: day, eff_status: 'answered', duration_ms: 0 },
        { at: day, eff_status: 'answered', duration_ms: 60_000 },
        { at: day, eff_status: 'answered' },
        { at: day, eff_status: 'busy', duration_ms: 1 },
      ],
    },
    expected: 50,
  },
  {
    id: 'average_mos',
    sql: `select (sum(f.mos_hundredths))::float8 as n1,
  (count(*))::float8 as d1
from fact.call f
${within}
  and f.mos_hundredths is not null`,
    facts: { call: [{ at: day, mos_hundredths: 440 }, { at: day, mos_hundredths: 395 }, { at: day }] },
    expected: 4.175,
  },
  {
    id: 'bot_calls',
    sql: `select (count(*))::float8 as n1\nfrom fact.call f\n${within}\n  and (f.bot is not null or f.bot_outcome is not null)`,
    facts: { call: bots },
    expected: 12,
  },
  {
    id: 'bot_goal_rate',
    sql: `select (count(*) filter (where ${spoken} and coalesce(f.bot_outcome, '') = $4))::float8 as n1,
  (count(*))::float8 as d1
from fact.call f
${within}
  and ${spoken}`,
    values: ['goal'],
    facts: { call: bots },
    expected: 37.5,
  },
  {
    id: 'bot_failure_rate',
    sql: `select (count(*) filter (where ${spoken} and coalesce(f.bot_outcome, '') = any($4::text[])))::float8 as n1,
  (count(*))::float8 as d1
from fact.call f
${within}
  and ${spoken}`,
    values: [['not_understood', 'error']],
    facts: { call: bots },
    expected: 37.5,
  },
  {
    id: 'ner',
    sql: `select (count(*) filter (where ((f.status = 'answered' or f.answered_at is not null) or f.status in ('busy', 'no_answer', 'missed', 'voicemail', 'rejected'))))::float8 as n1,
  (count(*))::float8 as d1
${attempts}
${within}
  and ${decided}`,
    facts: {
      call: [{ at: day, legs: 10, eff_status: 'answered' }],
      leg: [
        ...['answered', 'busy', 'no_answer', 'rejected', 'cancelled', 'failed', 'congestion'].map((status) => ({ at: day, status })),
        // Over, though nobody said how; and two that still ring.
        { at: day, ended_at: at('10:00:09') },
        { at: day, status: 'open', ringing_at: at('10:00:02') },
        { at: day },
      ],
    },
    expected: 50,
  },
  {
    id: 'post_dial_delay',
    sql: `select (percentile_cont($4::float8) within group (order by ${delay}))::float8 as n1,
  (count(${delay}))::float8 as d1
${attempts}
${within}`,
    values: [0.5],
    facts: dialled,
    expected: 3,
  },
  {
    id: 'average_post_dial_delay',
    sql: `select (sum(${delay}))::float8 as n1,
  (count(*))::float8 as d1
${attempts}
${within}
  and ${delay} is not null`,
    facts: dialled,
    expected: 4,
  },
]; // prettier-ignore
