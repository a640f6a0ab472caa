import type { FactRow } from '../rows.js';
import { at, count, type NaiveMetric, number, type Parameters, sum, type Things } from './naive.js';
import { columns } from './parents.js';

const tallies: Things = { rows: (facts) => facts.intake, dimensions: columns({ source: 'source' }) };
const of = (name: string) => (row: FactRow) => number(row[name]);
const received = (row: FactRow) => Number(row['stored']) + Number(row['duplicates']) + Number(row['rejected']);
const total = (rows: readonly FactRow[], value: (row: FactRow) => number | null) =>
  rows.reduce((all, row) => all + Number(value(row)), 0);

/** Each stored record's lag in seconds, as coarse as it is kept. */
const lags = (row: FactRow): number[] =>
  (row['lags'] as number[]).flatMap((records, index) => new Array<number>(records).fill(Math.sqrt(2) ** index));

function lagAt(rows: readonly FactRow[], { percentile }: Parameters): number | null {
  const all = rows.flatMap(lags).sort((a, b) => a - b);
  return all[Math.max(0, Math.ceil((percentile / 100) * all.length - 1e-9) - 1)] ?? null;
}

export const intakeMetrics: Readonly<Record<string, NaiveMetric>> = {
  records_received: { things: tallies, time: at, ...sum(received) },
  records_stored: { things: tallies, time: at, ...sum(of('stored')) },
  records_duplicate: { things: tallies, time: at, ...sum(of('duplicates')) },
  records_rejected: { things: tallies, time: at, ...sum(of('rejected')) },
  records_conflicting: { things: tallies, time: at, ...sum(of('conflicts')) },
  rejection_rate: {
    things: tallies,
    time: at,
    ...count(),
    answer: (rows) => (total(rows, received) === 0 ? null : total(rows, of('rejected')) / total(rows, received)),
    scale: 100,
  },
  ingest_lag_seconds: {
    things: tallies,
    time: at,
    takesPart: (row) => lags(row).length > 0,
    answer: lagAt,
    parameters: ['percentile'],
    defaults: { percentile: 95 },
  },
};
