import { column, fact } from '../declare.js';
import { attempt } from './attempt.js';

/** Call attempts, second by second. */
export const attemptRate = fact({
  ...attempt,
  measures: {
    ...attempt.measures,
    peak: { aggregate: 'peak_per_second' },
  },
});

/** Call attempts with the limit that the tenant gave their trunk, attempts per second; the newest where several are given. */
export const limitedAttempt = fact({
  ...attempt,
  from: `(select a.*, l."limit" as trunk_limit
  from ${attempt.from} a
  left join (
    select distinct on (tenant, value) tenant, value, "limit" from fact.name
    where dimension = 'trunk' and at is not null and "limit" > 0
    order by tenant, value, seen desc nulls last, k
  ) l on l.tenant = a.tenant and l.value = a.trunk)`,
  measures: {
    ofLimit: { aggregate: 'peak_per_second', of: (a) => `100.0 / ${a}.trunk_limit`, each: column('trunk') },
  },
});
