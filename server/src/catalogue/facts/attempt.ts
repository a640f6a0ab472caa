import { column, fact, own } from '../declare.js';
import { between } from './between.js';

const answered = (a: string) => `(${a}.status = 'answered' or ${a}.answered_at is not null)`;

/** It is known what became of it: still ringing says nothing yet about the way to the far end. */
const decided = (a: string) =>
  `(${answered(a)} or ${a}.ended_at is not null or coalesce(${a}.status, 'open') <> 'open')`;

/** Until the first sign of the far end: ringing, else the answer; null where times contradict each other. */
const delay = (a: string) => between(`${a}.started_at`, `coalesce(${a}.ringing_at, ${a}.answered_at)`);

/** Attempts to reach somebody: the legs of calls, and calls without legs (records.md §3, leg). */
export const attempt = fact({
  noun: 'call attempts',
  from: `(select tenant, k, id, 'leg' as kind, at, source, labels, trunk, direction, status, cause, operator, started_at, ringing_at, answered_at, ended_at
  from fact.leg
  union all
  select tenant, k, id, 'call', at, source, labels, eff_trunk, eff_direction, eff_status, eff_cause, eff_operator, eff_started_at,
    eff_ringing_at, eff_answered_at, eff_ended_at
  from fact.call where legs = 0)`,
  kind: column('kind'),
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
    decided: { aggregate: 'count', where: decided },
    answered: { aggregate: 'count', where: answered },
    effective: {
      aggregate: 'count',
      where: (a) => `(${answered(a)} or ${a}.status in ('busy', 'no_answer', 'missed', 'voicemail', 'rejected'))`,
    },
    delays: { aggregate: 'quantile', of: delay },
    delay: { aggregate: 'sum', of: delay },
    delayed: { aggregate: 'count', where: (a) => `${delay(a)} is not null` },
  },
});
