import { at, type MetricCase, within } from './metric-case.js';
import { abandoned, answered, entries, isShort, wait } from './queues.js';

const between = (from: string, to: string) =>
  `case when f.${to} >= f.${from} then (extract(epoch from f.${to} - f.${from}) * 1000)::int8 end`;
const reaction = between('at', 'accepted_at');
const handling = `coalesce(f.talk_ms + coalesce(f.hold_ms, 0), ${between('accepted_at', 'eff_ended_at')}) + coalesce(f.wrap_ms, 0)`;
const accepted = 'f.accepted_at is not null';
const ofAccepted = (
  measured: string,
  what: string,
) => `select (sum(${measured}) filter (where ${accepted}))::float8 as n1,
  (count(*))::float8 as d1
from fact.assignment f
${within}
  and ${accepted} and ${what} is not null`;

/** Accepted after 4 s and 10 s and, the clocks disagree, before; skipped twice; still ringing. */
const offers = [
  // 100 + 20 + 30 s; from acceptance to end, 60 s, and 10 s; nobody knows.
  {
    accepted_at: at('12:00:04'),
    eff_ended_at: at('12:05:00'),
    end_reason: 'transferred',
    talk_ms: 100_000,
    hold_ms: 20_000,
    wrap_ms: 30_000,
  },
  { accepted_at: at('12:00:10'), eff_ended_at: at('12:01:10'), end_reason: 'closed', wrap_ms: 10_000 },
  { accepted_at: at('11:59:00'), hold_ms: 8_000 },
  { eff_ended_at: at('12:00:30'), end_reason: 'timeout', wrap_ms: 9_000, talk_ms: 9_000, hold_ms: 9_000 },
  { eff_ended_at: at('12:00:30'), end_reason: 'transferred' },
  {},
].map((row) => ({ at: at('12:00:00'), ...row }));

export const queueWaitCases: MetricCase[] = [
  {
    id: 'wait_time',
    sql: `select (percentile_cont($4::float8) within group (order by ${wait}))::float8 as n1,
  (count(${wait}))::float8 as d1
from fact.queue_entry f
${within}
  and ${answered}`,
    values: [0.5],
    facts: { queue_entry: [...entries, { at: at('12:00:00'), answered_at: at('12:00:50'), reason: 'answered' }] },
    expected: 20.001,
  },
  {
    id: 'longest_wait',
    sql: `select (max(${wait}))::float8 as n1\nfrom fact.queue_entry f\n${within}`,
    facts: { queue_entry: [...entries, { at: at('12:00:00') }] },
    expected: 120,
  },
  {
    id: 'average_time_to_abandon',
    sql: `select (sum(${wait}) filter (where ${abandoned}))::float8 as n1,
  (count(*))::float8 as d1
from fact.queue_entry f
${within}
  and ${abandoned} and ${wait} is not null`,
    facts: { queue_entry: [...entries, { at: at('12:00:00'), reason: 'abandoned' }] },
    expected: 68 / 3,
  },
  {
    id: 'queue_entries_abandoned_short',
    sql: `select (count(*))::float8 as n1\nfrom fact.queue_entry f\n${within}\n  and ${abandoned} and ${isShort('$4')}`,
    values: [5000],
    facts: { queue_entry: entries },
    expected: 1,
  },
  {
    id: 'queue_entries_answered_in_time',
    sql: `select (count(*))::float8 as n1\nfrom fact.queue_entry f\n${within}\n  and ${answered} and ${wait} <= $4::float8`,
    values: [20000],
    facts: { queue_entry: entries },
    expected: 1,
  },
  {
    id: 'queue_entries_answered_late',
    sql: `select (count(*))::float8 as n1\nfrom fact.queue_entry f\n${within}\n  and ${answered} and ${wait} > $4::float8`,
    values: [20000],
    facts: { queue_entry: entries },
    expected: 1,
  },
  {
    id: 'acceptance_rate',
    sql: `select (count(*) filter (where ${accepted}))::float8 as n1,
  (count(*))::float8 as d1
from fact.assignment f
${within}
  and (${accepted} or f.eff_ended_at is not null)`,
    facts: { assignment: offers },
    expected: 60,
  },
  {
    id: 'average_reaction_time',
    sql: `select (sum(${reaction}))::float8 as n1,
  (count(*))::float8 as d1
from fact.assignment f
${within}
  and ${reaction} is not null`,
    facts: { assignment: offers },
    expected: 7,
  },
  {
    id: 'transfer_rate',
    sql: `select (count(*) filter (where ${accepted} and coalesce(f.end_reason, '') = $4))::float8 as n1,
  (count(*))::float8 as d1
from fact.assignment f
${within}
  and ${accepted}`,
    values: ['transferred'],
    facts: { assignment: offers },
    expected: 100 / 3,
  },
  {
    id: 'average_operator_handling_time',
    sql: ofAccepted(handling, handling),
    facts: { assignment: offers },
    expected: (150 + 70) / 2,
  },
  {
    id: 'average_wrap_time',
    sql: ofAccepted('f.wrap_ms', 'f.wrap_ms'),
    facts: { assignment: offers },
    expected: 20,
  },
  {
    id: 'average_hold_time',
    sql: ofAccepted('f.hold_ms', 'f.hold_ms'),
    facts: { assignment: offers },
    expected: 14,
  },
]; // prettier-ignore
