import { kinds } from '../../../src/facts/kinds.js';
import type { MetricCase } from './metric-case.js';

const now = Date.parse('2026-11-08T12:00:00Z');

export const intakeCases: MetricCase[] = [
  {
    id: 'intake_age_seconds',
    sql: `select ($2::float8 - max(f.known))::float8 as n1
from (${[...kinds.keys()]
      .map((kind) => `select tenant, at, source, labels, coalesce(seen, first_known) as known from fact.${kind}`)
      .join('\n  union all ')}) f
where f.tenant = $1`,
    values: [now],
    facts: {
      call: [{ seen: now - 90_000 }, { seen: now - 3_600_000 }],
      rating: [{ seen: null, first_known: now - 75_500 }],
    },
    expected: 75.5,
  },
];
