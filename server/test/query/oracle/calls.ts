import type { FactRow } from '../rows.js';
import {
  at,
  average,
  count,
  distinct,
  distinctShare,
  isThere,
  millisecondsBetween,
  type NaiveMetric,
  number,
  quantile,
  seconds,
  share,
  sum,
  text,
  type Things,
} from './naive.js';
import { columns, labels, ofCalls } from './parents.js';

const isAnswered = (row: FactRow) => row['eff_status'] === 'answered' || isThere(row['eff_answered_at']);
const byBot = (row: FactRow) => isThere(row['bot']) && !isThere(row['eff_operator']);
const length = (row: FactRow) => number(row['duration_ms']);
/** Not one that still rings. */
const isDecided = (row: FactRow) =>
  isAnswered(row) || isThere(row['eff_ended_at']) || (isThere(row['eff_status']) && row['eff_status'] !== 'open');

const durationClass = (row: FactRow): string | null => {
  const milliseconds = length(row);
  const isOpen = !isThere(row['eff_status']) || row['eff_status'] === 'open' || isThere(row['eff_answered_at']);
  if (isOpen && !isThere(row['eff_ended_at']) && milliseconds === null) return 'open';
  if (!isAnswered(row)) return 'unanswered';
  if (milliseconds === null) return null;
  const bounds: [number, string][] = [
    [10, '1-10s'],
    [30, '11-30s'],
    [60, '31-60s'],
    [180, '1-3m'],
    [300, '3-5m'],
    [600, '5-10m'],
  ];
  return bounds.find(([most]) => milliseconds / 1000 <= most)?.[1] ?? '>10m';
};

const calls: Things = {
  rows: (facts) => facts.call,
  dimensions: {
    ...ofCalls,
    ...columns({ status: 'eff_status', botOutcome: 'bot_outcome', currency: 'cost_currency' }),
    duration_class: (row) => [durationClass(row)],
    ...labels,
  },
};
/** talk, hold and wrap of a person's call; a person's from answer to end where nobody told the talk. */
const handling = (row: FactRow): number | null => {
  const talk = number(row['eff_talk_ms']);
  const spoken = talk === null ? (isThere(row['bot']) ? null : length(row)) : talk + Number(row['hold_ms'] ?? 0);
  return spoken === null ? null : spoken + Number(row['wrap_ms'] ?? 0);
};
const missed = (row: FactRow) =>
  row['eff_direction'] === 'inbound' && !isAnswered(row) && isThere(row['eff_status']) && row['eff_status'] !== 'open';
const outcome =
  (...words: readonly string[]) =>
  (row: FactRow) =>
    words.includes(String(row['bot_outcome']));
const spoken = outcome('goal', 'transferred', 'hung_up', 'not_understood', 'error');
const customer = (row: FactRow) => row['customer'];

/** Legs, and calls without legs as one. */
const attempts: Things = {
  rows: (facts) => [
    ...facts.leg,
    ...facts.call
      .filter(({ legs }) => legs === 0)
      .map((row) => ({
        at: row['at'],
        labels: row['labels'],
        trunk: row['eff_trunk'],
        direction: row['eff_direction'],
        status: row['eff_status'],
        operator: row['eff_operator'],
        started_at: row['eff_started_at'],
        ringing_at: row['eff_ringing_at'],
        answered_at: row['eff_answered_at'],
        ended_at: row['eff_ended_at'],
      })),
  ],
  dimensions: {
    ...columns({ trunk: 'trunk', direction: 'direction', status: 'status', operator: 'operator' }),
    ...labels,
  },
};
const through = (row: FactRow) => row['status'] === 'answered' || isThere(row['answered_at']);
const effective = (row: FactRow) =>
  through(row) || ['busy', 'no_answer', 'missed', 'voicemail', 'rejected'].includes(String(row['status']));
const tried = (row: FactRow) =>
  through(row) || isThere(row['ended_at']) || (isThere(row['status']) && row['status'] !== 'open');
const delay = (row: FactRow) => millisecondsBetween(row['started_at'], text(row['ringing_at'] ?? row['answered_at']));

export const callMetrics: Readonly<Record<string, NaiveMetric>> = {
  calls: { things: calls, time: at, ...count() },
  calls_answered: { things: calls, time: at, ...count(isAnswered) },
  calls_missed: { things: calls, time: at, ...count(missed) },
  calls_abandoned: { things: calls, time: at, ...count((row) => missed(row) && row['eff_status'] === 'cancelled') },
  answer_rate: { things: calls, time: at, ...share(isAnswered, isDecided) },
  reach_rate: { things: calls, time: at, ...distinctShare(customer, isAnswered) },
  unique_customers_called: { things: calls, time: at, ...distinct(customer) },
  unique_customers_reached: { things: calls, time: at, ...distinct(customer, isAnswered) },
  average_handling_time: { things: calls, time: at, ...seconds(average(handling, (row) => isAnswered(row) && !byBot(row))) },
  average_bot_handling_time: { things: calls, time: at, ...seconds(average(length, (row) => isAnswered(row) && byBot(row))) },
  average_call_duration: { things: calls, time: at, ...seconds(average(length, isAnswered)) },
  average_talk_time: { things: calls, time: at, ...seconds(average((row) => number(row['eff_talk_ms']), isAnswered)) },
  short_calls_percent: { things: calls, time: at, ...share((row) => Number(length(row)) < 10_000, (row) => isAnswered(row) && length(row) !== null) },
  average_mos: { things: calls, time: at, ...average((row) => number(row['mos_hundredths'])), scale: 0.01 },
  bot_calls: { things: calls, time: at, ...count((row) => isThere(row['bot']) || isThere(row['bot_outcome'])) },
  bot_goal_rate: { things: calls, time: at, ...share(outcome('goal'), spoken) },
  bot_failure_rate: { things: calls, time: at, ...share(outcome('not_understood', 'error'), spoken) },
  call_cost: {
    things: calls, time: at, scale: 0.01, money: true,
    ...sum((row) => Math.round(Number(row['cost_amount']) * 100), (row) => isThere(row['cost_amount'])),
  },
  call_attempts: { things: attempts, time: at, ...count() },
  asr: { things: attempts, time: at, ...share(through, tried) },
  ner: { things: attempts, time: at, ...share(effective, tried) },
  post_dial_delay: { things: attempts, time: at, ...seconds(quantile(delay)) },
  average_post_dial_delay: { things: attempts, time: at, ...seconds(average(delay)) },
}; // prettier-ignore
