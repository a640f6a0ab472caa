import { fact, own } from '../declare.js';

const sum = (name: string) => ({ aggregate: 'sum', of: (i: string) => `${i}.${name}` }) as const;

/** Records as they arrived, added up by source and minute. */
export const intake = fact({
  noun: 'tallies of records',
  from: `(select tenant, at, source, null::jsonb as labels, stored, duplicates, conflicts, rejected,
  stored + duplicates + rejected as received from intake)`,
  parents: {},
  axes: { receivedAt: (i) => `${i}.at` },
  dimensions: own({ source: 'source' }),
  measures: {
    received: sum('received'),
    stored: sum('stored'),
    duplicates: sum('duplicates'),
    rejected: sum('rejected'),
    conflicts: sum('conflicts'),
  },
});

/** The newest moments that records spoke of: a state of now. */
export const newestRecord = fact({
  noun: 'tallies of records',
  from: '(select tenant, source, null::jsonb as labels, newest from newest_record)',
  parents: {},
  axes: {},
  dimensions: own({ source: 'source' }),
  measures: {
    age: { aggregate: 'age', of: (i) => `extract(epoch from ${i}.newest) * 1000` },
  },
});

/** The same records by how long after the moment they speak of they arrived, in classes of which two make a doubling. */
export const intakeLag = fact({
  noun: 'tallies of records',
  from: `(select tenant, at, source, null::jsonb as labels, records, 1000 * 2 ^ ((class - 1) / 2.0) as lag
  from intake cross join lateral unnest(lags) with ordinality as lagging(records, class) where records > 0)`,
  parents: {},
  axes: { receivedAt: (i) => `${i}.at` },
  dimensions: own({ source: 'source' }),
  measures: {
    lag: { aggregate: 'quantile', of: (i) => `${i}.lag`, weight: (i) => `${i}.records` },
  },
});
