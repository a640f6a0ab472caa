import { after, at, before, type MetricCase, within } from './metric-case.js';

const day = at('10:00:00');
const outcomes = [
  { at: day, outcome: 'bot_only' },
  { at: day, outcome: 'operator', handoff: true },
  { at: day, outcome: 'operator' },
  { at: day, outcome: 'unhandled' },
  { at: day, outcome: 'unhandled' },
];
const ofOutcome = `select (count(*))::float8 as n1\nfrom fact.dialogue f\n${within}\n  and coalesce(f.outcome, '') = $4`;
const share = `select (count(*) filter (where coalesce(f.outcome, '') = $4))::float8 as n1,
  (count(*))::float8 as d1
from fact.dialogue f
${within}`;

const closed = 'where f.tenant = $1\n  and f.at is not null\n  and f.closed_at >= $2\n  and f.closed_at < $3';
const replied =
  'where f.tenant = $1\n  and f.at is not null\n  and f.first_response_at >= $2\n  and f.first_response_at < $3';
const duration =
  'case when f.closed_at >= f.answered_at then (extract(epoch from f.closed_at - f.answered_at) * 1000)::int8 end';
/** 60 s and, over midnight in Moscow, 120 s; never answered; closed before it was answered; closed later. */
const served = [
  { at: day, answered_at: at('10:00:10'), closed_at: at('10:01:10') },
  { at: day, answered_at: at('20:59:00'), closed_at: at('21:01:00') },
  { at: day, closed_at: at('10:05:00') },
  { at: day, answered_at: at('10:05:00'), closed_at: at('10:04:00') },
  { at: day, answered_at: day, closed_at: after },
];

export const dialogueCases: MetricCase[] = [
  {
    id: 'dialogues',
    sql: `select (count(*))::float8 as n1\nfrom fact.dialogue f\n${within}`,
    facts: { dialogue: [{ at: day }, { at: before }, { at: after }] },
    expected: 1,
  },
  {
    id: 'dialogues_closed',
    sql: `select (count(*))::float8 as n1
from fact.dialogue f
where f.tenant = $1
  and f.at is not null
  and f.closed_at >= $2
  and f.closed_at < $3`,
    facts: {
      dialogue: [
        { at: before, closed_at: day },
        { at: day, closed_at: after },
        { at: day },
        { at: null, closed_at: day },
      ],
    },
    expected: 1,
  },
  { id: 'dialogues_bot', sql: ofOutcome, values: ['bot_only'], facts: { dialogue: outcomes }, expected: 1 },
  { id: 'dialogues_bot_percent', sql: share, values: ['bot_only'], facts: { dialogue: outcomes }, expected: 20 },
  { id: 'dialogues_operator', sql: ofOutcome, values: ['operator'], facts: { dialogue: outcomes }, expected: 2 },
  { id: 'dialogues_operator_percent', sql: share, values: ['operator'], facts: { dialogue: outcomes }, expected: 40 },
  { id: 'dialogues_unhandled', sql: ofOutcome, values: ['unhandled'], facts: { dialogue: outcomes }, expected: 2 },
  { id: 'dialogues_unhandled_percent', sql: share, values: ['unhandled'], facts: { dialogue: outcomes }, expected: 40 },
  {
    id: 'handoff',
    sql: `select (count(*))::float8 as n1\nfrom fact.dialogue f\n${within}\n  and f.handoff`,
    facts: { dialogue: outcomes },
    expected: 1,
  },
  {
    id: 'average_first_response_time',
    sql: `select (sum(f.first_response_ms))::float8 as n1,
  (count(*))::float8 as d1
from fact.dialogue f
${replied}
  and f.first_response_ms is not null`,
    // One began before the range and was answered in it, one began in it and was answered later, one was never answered.
    facts: {
      dialogue: [
        { at: day, first_response_at: day, first_response_ms: 10_000 },
        { at: before, first_response_at: at('10:00:00'), first_response_ms: 25_000 },
        { at: day, first_response_at: after, first_response_ms: 999_000 },
        { at: day },
      ],
    },
    expected: 17.5,
  },
  {
    id: 'first_response_time',
    sql: `select (percentile_cont($4::float8) within group (order by f.first_response_ms))::float8 as n1,
  (count(f.first_response_ms))::float8 as d1
from fact.dialogue f
${replied}`,
    values: [0.5],
    facts: {
      dialogue: [10_000, 25_000, 60_000, 200_000, null].map((first_response_ms) => ({
        at: day,
        first_response_at: day,
        first_response_ms,
      })),
    },
    // Half way between the two in the middle.
    expected: 42.5,
  },
  {
    id: 'chat_duration',
    sql: `select (percentile_cont($4::float8) within group (order by ${duration}))::float8 as n1,
  (count(${duration}))::float8 as d1
from fact.dialogue f
${closed}`,
    values: [0.5],
    facts: { dialogue: served },
    expected: 90,
  },
  {
    id: 'average_chat_duration',
    sql: `select (sum(${duration}))::float8 as n1,
  (count(*))::float8 as d1
from fact.dialogue f
${closed}
  and ${duration} is not null`,
    facts: { dialogue: served },
    expected: 90,
  },
];
