import { at, type MetricCase, within } from './metric-case.js';

export const answered = "(f.reason = 'answered' or f.answered_at is not null)";
export const abandoned = "(f.reason is not distinct from 'abandoned' and f.answered_at is null)";
export const wait =
  'case when coalesce(f.answered_at, f.left_at) >= f.at then (extract(epoch from coalesce(f.answered_at, f.left_at) - f.at) * 1000)::int8 end';
export const isShort = (place: string) => `coalesce(${wait} < ${place}::float8, false)`;

/** Entered at noon; answered after 20 s and 20.001 s, abandoned after 3 s, 5 s and 60 s, timed out, and unknown after 2 s. */
export const entries = [
  { at: at('12:00:00'), answered_at: at('12:00:20'), left_at: at('12:00:20'), reason: 'answered' },
  { at: at('12:00:00'), answered_at: at('12:00:20.001') },
  { at: at('12:00:00'), left_at: at('12:00:03'), reason: 'abandoned' },
  { at: at('12:00:00'), left_at: at('12:00:05'), reason: 'abandoned' },
  { at: at('12:00:00'), left_at: at('12:01:00'), reason: 'abandoned' },
  { at: at('12:00:00'), left_at: at('12:02:00'), reason: 'timeout' },
  { at: at('12:00:00'), left_at: at('12:00:02') },
];
const offer = (row: object) => ({ at: at('12:00:00'), ...row });
const offers = [
  offer({ accepted_at: at('12:00:04'), eff_ended_at: at('12:05:00') }),
  offer({ accepted_at: at('12:00:04') }),
  offer({ eff_ended_at: at('12:00:30') }),
  offer({}),
];

export const queueCases: MetricCase[] = [
  {
    id: 'queue_entries',
    sql: `select (count(*))::float8 as n1\nfrom fact.queue_entry f\n${within}`,
    facts: { queue_entry: entries },
    expected: 7,
  },
  {
    id: 'queue_entries_answered',
    sql: `select (count(*))::float8 as n1\nfrom fact.queue_entry f\n${within}\n  and ${answered}`,
    facts: { queue_entry: entries },
    expected: 2,
  },
  {
    id: 'queue_entries_abandoned',
    sql: `select (count(*))::float8 as n1\nfrom fact.queue_entry f\n${within}\n  and ${abandoned}`,
    facts: { queue_entry: entries },
    expected: 3,
  },
  {
    id: 'abandon_rate',
    sql: `select (count(*) filter (where ${abandoned} and not ${isShort('$5')}))::float8 as n1,
  (count(*))::float8 as d1
from fact.queue_entry f
${within}
  and not (${abandoned} and ${isShort('$4')})`,
    values: [5000, 5000],
    facts: { queue_entry: entries },
    expected: (2 / 6) * 100,
  },
  {
    id: 'average_speed_of_answer',
    sql: `select (sum(${wait}) filter (where ${answered}))::float8 as n1,
  (count(*))::float8 as d1
from fact.queue_entry f
${within}
  and ${answered} and ${wait} is not null`,
    facts: { queue_entry: entries },
    expected: 20.0005,
  },
  {
    id: 'service_level',
    sql: `select (count(*) filter (where ${answered} and ${wait} <= $5::float8))::float8 as n1,
  (count(*))::float8 as d1
from fact.queue_entry f
${within}
  and (${answered} or ${abandoned} and not ${isShort('$4')})`,
    values: [5000, 20000],
    facts: { queue_entry: entries },
    expected: 25,
  },
  {
    id: 'offers',
    sql: `select (count(*))::float8 as n1\nfrom fact.assignment f\n${within}`,
    facts: { assignment: offers },
    expected: 4,
  },
  {
    id: 'offers_accepted',
    sql: `select (count(*))::float8 as n1\nfrom fact.assignment f\n${within}\n  and f.accepted_at is not null`,
    facts: { assignment: offers },
    expected: 2,
  },
  {
    id: 'offers_skipped',
    sql: `select (count(*))::float8 as n1
from fact.assignment f
${within}
  and f.accepted_at is null and f.eff_ended_at is not null`,
    facts: { assignment: offers },
    expected: 1,
  },
];
