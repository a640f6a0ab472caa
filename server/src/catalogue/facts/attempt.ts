import { column, fact, own } from '../declare.js';

/** Attempts to reach somebody: the legs of calls, and calls without legs (records.md §3, leg). */
export const attempt = fact({
  noun: 'call attempts',
  from: `(select tenant, at, source, labels, trunk, direction, status, cause, operator, answered_at from fact.leg
  union all
  select tenant, at, source, labels, eff_trunk, eff_direction, eff_status, eff_cause, eff_operator, eff_answered_at
  from fact.call where legs = 0)`,
  parents: {},
  axes: { startedAt: column('at') },
  dimensions: own({
    source: 'source',
    trunk: 'trunk',
    direction: 'direction',
    status: 'status',
    cause: 'cause',
    operator: 'operator',
  }),
  measures: {
    attempts: { aggregate: 'count' },
    answered: { aggregate: 'count', where: (a) => `(${a}.status = 'answered' or ${a}.answered_at is not null)` },
  },
});
