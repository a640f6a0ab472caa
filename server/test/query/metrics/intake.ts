import type { FactRow } from '../rows.js';
import { after, at, before, type MetricCase, within } from './metric-case.js';

const now = Date.parse('2026-11-08T12:00:00Z');

const tallies = `from (select tenant, at, source, null::jsonb as labels, stored, duplicates, conflicts, rejected,
  stored + duplicates + rejected as received from intake) f`;

/** 4 and 60 of the range: 30 + 5 stored, 20 + 2 repeated, 10 + 3 refused; neighbours that count elsewhere. */
const arrived: FactRow[] = [
  { at: '2026-10-31T21:00:00.000Z', stored: 30, duplicates: 20, rejected: 10, conflicts: 4, newest: new Date(now - 75_500) },
  { at: at('10:00:00'), source: 'other', stored: 5, duplicates: 2, rejected: 3, newest: new Date(now - 90_000) },
  { at: before, stored: 1000, duplicates: 1000, rejected: 1000, conflicts: 1000 },
  { at: after, stored: 1000, duplicates: 1000, rejected: 1000, conflicts: 1000 },
]; // prettier-ignore

const summed = (name: string) => `select (sum(f.${name}))::float8 as n1\n${tallies}\n${within}`;

export const intakeCases: MetricCase[] = [
  { id: 'records_received', sql: summed('received'), facts: { intake: arrived }, expected: 70 },
  { id: 'records_per_minute', sql: summed('received'), facts: { intake: arrived }, expected: 70 / (7 * 24 * 60) },
  { id: 'records_stored', sql: summed('stored'), facts: { intake: arrived }, expected: 35 },
  { id: 'records_duplicate', sql: summed('duplicates'), facts: { intake: arrived }, expected: 22 },
  { id: 'records_rejected', sql: summed('rejected'), facts: { intake: arrived }, expected: 13 },
  { id: 'records_conflicting', sql: summed('conflicts'), facts: { intake: arrived }, expected: 4 },
  {
    id: 'rejection_rate',
    sql: `select (sum(f.rejected))::float8 as n1,\n  (sum(f.received))::float8 as d1\n${tallies}\n${within}`,
    facts: { intake: arrived },
    expected: (13 / 70) * 100,
  },
  {
    id: 'intake_age_seconds',
    sql: `select ($2::float8 - max(extract(epoch from f.newest) * 1000))::float8 as n1
from (select tenant, source, null::jsonb as labels, newest from newest_record) f
where f.tenant = $1`,
    values: [now],
    facts: { intake: arrived },
    expected: 75.5,
  },
  {
    id: 'ingest_lag_seconds',
    sql: `select (weighted_percentile(array_agg(f.lag order by f.lag), array_agg(f.records order by f.lag), $4::float8))::float8 as n1,
  (sum(f.records))::float8 as d1
from (select tenant, at, source, null::jsonb as labels, records, 1000 * 2 ^ ((class - 1) / 2.0) as lag
  from intake cross join lateral unnest(lags) with ordinality as lagging(records, class) where records > 0) f
${within}`,
    values: [0.95],
    // 20 in all: 18 within a second, the 19th within four, the last within sixteen
    facts: {
      intake: [
        { at: at('10:00:00'), lags: [10] },
        { at: at('11:00:00'), source: 'other', lags: [8, 0, 0, 0, 1, 0, 0, 0, 1] },
        { at: after, lags: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 900] },
      ],
    },
    expected: 4,
  },
];
