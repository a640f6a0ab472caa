import { after, at, before, type MetricCase, USD, within } from './metric-case.js';

export const answered = "(f.eff_status = 'answered' or f.eff_answered_at is not null)";
const notBot = 'not (f.bot is not null and f.eff_operator is null)';
const handling =
  'coalesce(f.eff_talk_ms + coalesce(f.hold_ms, 0), case when f.bot is null then f.duration_ms end) + coalesce(f.wrap_ms, 0)';
export const attempts = `from (select tenant, k, id, 'leg' as kind, at, source, labels, trunk, direction, status, cause, operator, started_at, ringing_at, answered_at, ended_at
  from fact.leg
  union all
  select tenant, k, id, 'call', at, source, labels, eff_trunk, eff_direction, eff_status, eff_cause, eff_operator, eff_started_at,
    eff_ringing_at, eff_answered_at, eff_ended_at
  from fact.call where legs = 0) f`;

export const callCases: MetricCase[] = [
  {
    id: 'calls',
    sql: `select (count(*))::float8 as n1\nfrom fact.call f\n${within}`,
    facts: {
      call: [{ at: '2026-10-31T21:00:00.000Z' }, { at: at('10:00:00') }, { at: before }, { at: after }, { at: null }],
    },
    expected: 2,
  },
  {
    id: 'calls_answered',
    sql: `select (count(*))::float8 as n1\nfrom fact.call f\n${within}\n  and ${answered}`,
    facts: {
      call: [
        { at: at('10:00:00'), eff_status: 'answered' },
        { at: at('10:00:00'), eff_answered_at: at('10:00:05') },
        { at: at('10:00:00'), eff_status: 'busy' },
        { at: at('10:00:00') },
      ],
    },
    expected: 2,
  },
  {
    id: 'average_handling_time',
    sql: `select (sum(${handling}) filter (where ${answered} and ${notBot}))::float8 as n1,
  (count(*))::float8 as d1
from fact.call f
${within}
  and ${answered} and ${notBot} and ${handling} is not null`,
    facts: {
      call: [
        // 100 + 20 + 30, 60 (nothing but a length) + 10, 40 (taken over from the bot); nobody knows; the bot's own; unanswered
        { at: at('10:00:00'), eff_status: 'answered', eff_talk_ms: 100_000, hold_ms: 20_000, wrap_ms: 30_000 },
        { at: at('10:00:00'), eff_status: 'answered', duration_ms: 60_000, wrap_ms: 10_000 },
        { at: at('10:00:00'), eff_status: 'answered', bot: 'b', eff_operator: 'ann', eff_talk_ms: 40_000, duration_ms: 90_000 },
        { at: at('10:00:00'), eff_status: 'answered', bot: 'b', eff_operator: 'ann', duration_ms: 90_000 },
        { at: at('10:00:00'), eff_status: 'answered', bot: 'b', duration_ms: 33_000 },
        { at: at('10:00:00'), eff_status: 'no_answer', wrap_ms: 7_000, duration_ms: 5_000 },
      ],
    },
    expected: (150 + 70 + 40) / 3,
  },
  {
    id: 'average_bot_handling_time',
    sql: `select (sum(f.duration_ms) filter (where ${answered} and (f.bot is not null and f.eff_operator is null)))::float8 as n1,
  (count(*))::float8 as d1
from fact.call f
${within}
  and ${answered} and (f.bot is not null and f.eff_operator is null) and f.duration_ms is not null`,
    facts: {
      call: [
        { at: at('10:00:00'), eff_status: 'answered', bot: 'b', duration_ms: 30_000 },
        { at: at('10:00:00'), eff_status: 'answered', bot: 'b', duration_ms: 35_000 },
        { at: at('10:00:00'), eff_status: 'answered', bot: 'b' },
        { at: at('10:00:00'), eff_status: 'answered', bot: 'b', eff_operator: 'ann', duration_ms: 1_000 },
        { at: at('10:00:00'), eff_status: 'answered', duration_ms: 1_000 },
      ],
    },
    expected: 32.5,
  },
  {
    id: 'average_call_duration',
    sql: `select (sum(f.duration_ms) filter (where ${answered}))::float8 as n1,
  (count(*))::float8 as d1
from fact.call f
${within}
  and ${answered} and f.duration_ms is not null`,
    facts: {
      call: [
        { at: at('10:00:00'), eff_status: 'answered', duration_ms: 10_500 },
        { at: at('10:00:00'), eff_status: 'answered', duration_ms: 0 },
        { at: at('10:00:00'), eff_status: 'answered', duration_ms: null, duration_defect: true },
        { at: at('10:00:00'), eff_status: 'busy', duration_ms: 99_000 },
      ],
    },
    expected: 5.25,
  },
  {
    id: 'unique_customers_called',
    sql: `select (count(distinct f.customer))::float8 as n1\nfrom fact.call f\n${within}`,
    facts: {
      call: ['anna', 'anna', 'boris', null].map((customer) => ({ at: at('10:00:00'), customer })),
    },
    expected: 2,
  },
  {
    id: 'unique_customers_reached',
    sql: `select (count(distinct f.customer))::float8 as n1\nfrom fact.call f\n${within}\n  and ${answered}`,
    facts: {
      call: [
        { at: at('10:00:00'), customer: 'anna', eff_status: 'answered' },
        { at: at('11:00:00'), customer: 'anna', eff_status: 'answered' },
        { at: at('11:00:00'), customer: 'boris', eff_status: 'busy' },
      ],
    },
    expected: 1,
  },
  {
    id: 'call_cost',
    sql: `select coalesce(f.cost_currency, '') as g1,
  (sum(f.cost_amount))::float8 as n1
from fact.call f
${within}
  and f.cost_amount is not null
group by 1`,
    facts: {
      call: [{ at: at('10:00:00'), ...USD('0.1') }, { at: at('10:00:00'), ...USD('0.2') }, { at: at('10:00:00') }],
    },
    expected: 0.3,
  },
  {
    id: 'call_attempts',
    sql: `select (count(*))::float8 as n1\n${attempts}\n${within}`,
    facts: {
      call: [{ at: at('10:00:00'), legs: 2 }, { at: at('10:00:00'), legs: 0 }],
      leg: [{ at: at('10:00:00') }, { at: at('10:00:01') }],
    },
    expected: 3,
  },
  {
    id: 'asr',
    sql: `select (count(*) filter (where (f.status = 'answered' or f.answered_at is not null)))::float8 as n1,
  (count(*))::float8 as d1
${attempts}
${within}
  and ((f.status = 'answered' or f.answered_at is not null) or f.ended_at is not null or coalesce(f.status, 'open') <> 'open')`,
    facts: {
      call: [
        { at: at('10:00:00'), legs: 3, eff_status: 'answered' },
        { at: at('10:00:00'), legs: 0, eff_status: 'answered' },
        { at: at('10:00:00'), legs: 0, eff_ended_at: at('10:00:20') },
        { at: at('10:00:00'), legs: 0, eff_status: 'open' },
      ],
      leg: ['no_answer', 'answered', null].map((status) => ({ at: at('10:00:00'), status })),
    },
    expected: 50,
  },
]; // prettier-ignore
