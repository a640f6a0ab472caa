import type { FactRow } from '../rows.js';
import {
  at,
  average,
  count,
  isThere,
  largest,
  millisecondsBetween,
  type NaiveMetric,
  number,
  type Parameters,
  quantile,
  seconds,
  share,
  sum,
  type Things,
  list,
} from './naive.js';
import { columns, dialogueOf, inherited, labels } from './parents.js';

const either = ['queue', 'bot', 'customer', 'tags'];

const entries: Things = {
  rows: (facts) => facts.queue_entry,
  dimensions: {
    ...inherited([...either, 'operator'], ['dialogue', 'call'], columns({ queue: 'queue', operator: 'operator' })),
    ...inherited(['channel'], ['dialogue']),
    ...inherited(['direction', 'trunk'], ['call']),
    ...columns({ reason: 'reason' }),
    wait_class: (row) => [waitClass(row)],
    ...labels,
  },
  dialogue: dialogueOf,
};
const isAnswered = (row: FactRow) => row['reason'] === 'answered' || isThere(row['answered_at']);
const isAbandoned = (row: FactRow) => row['reason'] === 'abandoned' && !isThere(row['answered_at']);
const wait = (row: FactRow) => millisecondsBetween(row['at'], row['answered_at'] ?? row['left_at']);
const isShort = (row: FactRow, { shortAbandon }: Parameters) => {
  const waited = wait(row);
  return isAbandoned(row) && waited !== null && waited < shortAbandon * 1000;
};
const isLong = (row: FactRow, parameters: Parameters) => isAbandoned(row) && !isShort(row, parameters);
const isInTime = (row: FactRow, { threshold }: Parameters) =>
  isAnswered(row) && wait(row) !== null && Number(wait(row)) <= threshold * 1000;
const isLate = (row: FactRow, { threshold }: Parameters) =>
  isAnswered(row) && wait(row) !== null && Number(wait(row)) > threshold * 1000;
function waitClass(row: FactRow): string | null {
  const waited = wait(row);
  if (waited === null) return null;
  const bounds: [number, string][] = [
    [10, '0-10s'],
    [20, '11-20s'],
    [30, '21-30s'],
    [60, '31-60s'],
    [180, '1-3m'],
    [300, '3-5m'],
  ];
  return bounds.find(([most]) => waited / 1000 <= most)?.[1] ?? '>5m';
}

const offers: Things = {
  rows: (facts) => facts.assignment,
  dimensions: {
    ...inherited(either, ['dialogue', 'call'], columns({ queue: 'queue' })),
    ...inherited(['channel'], ['dialogue']),
    ...inherited(['direction', 'trunk'], ['call']),
    ...columns({ operator: 'operator', endReason: 'end_reason' }),
    ...labels,
  },
  dialogue: dialogueOf,
};
const isAccepted = (row: FactRow) => isThere(row['accepted_at']);
const hasEnded = (row: FactRow) => isThere(row['eff_ended_at']);
const handling = (row: FactRow): number | null => {
  const talk = number(row['talk_ms']);
  const spoken =
    talk === null ? millisecondsBetween(row['accepted_at'], row['eff_ended_at']) : talk + Number(row['hold_ms'] ?? 0);
  return spoken === null ? null : spoken + Number(row['wrap_ms'] ?? 0);
};

const ratings: Things = {
  rows: (facts) => facts.rating,
  dimensions: {
    ...inherited(['operator'], ['dialogue', 'call'], { operator: (row) => list(row['operators']) }),
    ...inherited(either, ['dialogue', 'call']),
    ...inherited(['channel'], ['dialogue']),
    ...columns({ scale: 'scale', score: 'score' }),
    ...labels,
  },
  dialogue: dialogueOf,
};
const scored = (scale: string) => (row: FactRow) => row['scale'] === scale && isThere(row['score']);
const score = (row: FactRow) => number(row['score']);
/** 1 for a promoter, −1 for a detractor. */
const attitude = (row: FactRow) => (Number(row['score']) >= 9 ? 1 : Number(row['score']) <= 6 ? -1 : 0);

const transactions: Things = {
  rows: (facts) => facts.transaction,
  dimensions: {
    ...inherited(['channel', 'operator', 'outcome', 'tags', 'customer'], ['dialogue']),
    ...columns({ project: 'project', currency: 'amount_currency' }),
    ...labels,
  },
  dialogue: dialogueOf,
};

export const queueMetrics: Readonly<Record<string, NaiveMetric>> = {
  queue_entries: { things: entries, time: at, ...count() },
  queue_entries_answered: { things: entries, time: at, ...count(isAnswered) },
  queue_entries_abandoned: { things: entries, time: at, ...count(isAbandoned) },
  queue_entries_abandoned_short: { things: entries, time: at, ...count(isShort), parameters: ['shortAbandon'] },
  queue_entries_answered_in_time: { things: entries, time: at, ...count(isInTime), parameters: ['threshold'] },
  queue_entries_answered_late: { things: entries, time: at, ...count(isLate), parameters: ['threshold'] },
  abandon_rate: { things: entries, time: at, ...share(isLong, (row, parameters) => !isShort(row, parameters)), parameters: ['shortAbandon'] },
  service_level: {
    things: entries, time: at, ...share(isInTime, (row, parameters) => isAnswered(row) || isLong(row, parameters)),
    parameters: ['threshold', 'shortAbandon'],
  },
  average_speed_of_answer: { things: entries, time: at, ...seconds(average(wait, isAnswered)) },
  wait_time: { things: entries, time: at, ...seconds(quantile(wait, isAnswered)) },
  longest_wait: { things: entries, time: at, ...seconds(largest(wait)) },
  average_time_to_abandon: { things: entries, time: at, ...seconds(average(wait, isAbandoned)) },
  offers: { things: offers, time: at, ...count() },
  offers_accepted: { things: offers, time: at, ...count(isAccepted) },
  offers_skipped: { things: offers, time: at, ...count((row) => !isAccepted(row) && hasEnded(row)) },
  acceptance_rate: { things: offers, time: at, ...share(isAccepted, (row) => isAccepted(row) || hasEnded(row)) },
  average_reaction_time: { things: offers, time: at, ...seconds(average((row) => millisecondsBetween(row['at'], row['accepted_at']))) },
  transfer_rate: { things: offers, time: at, ...share((row) => row['end_reason'] === 'transferred', isAccepted) },
  average_operator_handling_time: { things: offers, time: at, ...seconds(average(handling, isAccepted)) },
  average_wrap_time: { things: offers, time: at, ...seconds(average((row) => number(row['wrap_ms']), isAccepted)) },
  average_hold_time: { things: offers, time: at, ...seconds(average((row) => number(row['hold_ms']), isAccepted)) },
  ratings: { things: ratings, time: at, ...count() },
  csat: { things: ratings, time: at, ...share((row) => Number(row['score']) >= 4, scored('csat')) },
  average_csat: { things: ratings, time: at, ...average(score, scored('csat')) },
  nps: { things: ratings, time: at, ...average(attitude, scored('nps')), scale: 100 },
  transactions: { things: transactions, time: at, ...count() },
  revenue: {
    things: transactions, time: at, scale: 0.01, money: true,
    ...sum((row) => Math.round(Number(row['amount_amount']) * 100), (row) => isThere(row['amount_amount'])),
  },
}; // prettier-ignore
