import { atEnd, dayBefore, FROM, lasts, milliseconds, moments, part, peakOf, steps, TO } from './lasting-sql.js';
import { at, type MetricCase } from './metric-case.js';
import { pieces } from './presence-sql.js';

const cutUp = part('f.at', 'f.ended_at', 4);
const ended = moments('f.at', 'f.ended_at', 4);
const read = `where f.tenant = $1\n${lasts('f.at', 'f.ended_at')}`;
const overlapValues = [[FROM], [TO]];

const state = (operator: string, what: string, since: string, until: string | null, more: object = {}) => ({
  operator, state: what, at: since, started_at: since, ended_at: until, ...more,
}); // prettier-ignore

/**
 * Ann: 3 h online, half an hour of lunch, half an hour available, 1 h offline. Bob, in two systems at once, is there for 3 h,
 * the last 2 of them paused. Carol is available by her changes for an hour of the range, with a whole interval of 15 min
 * of pause in it. Dan has paused since the 6th, 35 h. Zoe has been online for half an hour.
 */
const presence = [
  state('ann', 'online', at('09:00:00'), at('12:00:00')),
  state('ann', 'paused', at('12:00:00'), at('12:30:00'), { reason: 'lunch' }),
  state('ann', 'available', at('12:30:00'), at('13:00:00')),
  state('ann', 'offline', at('13:00:00'), at('14:00:00')),
  state('bob', 'available', at('09:00:00'), at('11:00:00'), { source: 'web' }),
  state('bob', 'paused', at('10:00:00'), at('12:00:00'), { source: 'pbx' }),
  state('carol', 'paused', '2026-10-31T21:30:00Z', '2026-10-31T21:45:00Z'),
  state('dan', 'paused', '2026-11-06T10:00:00Z', null),
  state('zoe', 'online', '2026-11-07T20:30:00Z', null),
  state('eve', 'online', at('12:00:00'), at('11:00:00')),
  state('eve', 'online', TO, null),
];
const change = [
  { of: 'operator', operator: 'carol', state: 'available', at: '2026-10-31T20:00:00Z', until_at: '2026-10-31T22:00:00Z' },
  { of: 'operator', operator: 'carol', state: 'unknown', at: '2026-10-31T22:00:00Z' },
  { of: 'dialogue', operator: 'carol', state: 'open', at: at('09:00:00') },
]; // prettier-ignore

/** Ann is there for 4 h, half an hour of it at lunch; busy 9:00–10:30, 11:50–12:00 and from 12:45, wrapping up 10:30–10:40. */
const accepted = (since: string, until: string | null, more: object = {}) => ({
  operator: 'ann', at: since, accepted_at: since, eff_ended_at: until, ...more,
}); // prettier-ignore
const work = {
  presence: presence.slice(0, 3),
  assignment: [
    accepted(at('09:00:00'), at('10:00:00'), { wrap_ms: 900_000 }),
    accepted(at('09:30:00'), at('10:30:00'), { wrap_ms: 600_000 }),
    accepted(at('11:50:00'), at('12:10:00')),
    accepted(at('12:45:00'), null),
    { operator: 'ann', at: at('11:00:00'), eff_ended_at: at('11:30:00') },
    { ...accepted(at('09:00:00'), at('12:00:00')), operator: 'nobody' },
  ],
};

const [d1, d2, d3, d4] = [1, 2, 3, 4].map((n) => `00000000-0000-0000-0000-00000000000${n}`);
const heldRead = `where f.tenant = $1
  and f.at is not null
${lasts('f.accepted_at', 'f.eff_ended_at')}
  and (f.accepted_at >= $4 or (f.eff_ended_at is null or f.eff_ended_at - f.accepted_at > interval '1 day'))`;

export const operatorCases: MetricCase[] = [
  {
    id: 'online_time',
    sql: `select (${milliseconds})::float8 as n1\n${pieces(false)}\n${cutUp}\n${read}\n  and part.until > part.since\n  and f.state <> 'offline'`,
    values: overlapValues,
    facts: { presence, change },
    expected: (4 + 3 + 1 + 35 + 0.5) * 3600,
  },
  {
    id: 'paused_time',
    sql: `select (${milliseconds})::float8 as n1\n${pieces(false)}\n${cutUp}\n${read}\n  and part.until > part.since\n  and f.state = 'paused'`,
    values: overlapValues,
    facts: { presence, change },
    expected: (0.5 + 2 + 0.25 + 35) * 3600,
  },
  {
    id: 'operators_online',
    sql: `select (count(*))::float8 as n1\n${pieces(false)}\n${ended}\n${read}\n  and f.state <> 'offline'`,
    range: atEnd,
    values: [[TO]],
    facts: { presence, change },
    expected: 2,
  },
  {
    id: 'operators_online_average',
    sql: `select (${milliseconds})::float8 as n1\n${pieces(false)}\n${cutUp}\n${read}\n  and part.until > part.since\n  and f.state <> 'offline'`,
    values: overlapValues,
    facts: { presence, change },
    expected: (4 + 3 + 1 + 35 + 0.5) / (7 * 24),
  },
  {
    id: 'operators_online_peak',
    sql: peakOf(
      `${pieces(false)}\n${cutUp}\n${steps}\n${read}\n  and part.until > part.since\n  and f.state <> 'offline'`,
    ),
    values: overlapValues,
    facts: { presence, change },
    expected: 2,
  },
  {
    id: 'operators_paused',
    sql: `select (count(*))::float8 as n1\n${pieces(false)}\n${ended}\n${read}\n  and f.state = 'paused'`,
    range: atEnd,
    values: [[TO]],
    facts: { presence, change },
    expected: 1,
  },
  {
    id: 'presence_time',
    sql: `select (${milliseconds})::float8 as n1\n${pieces(true)}\n${cutUp}\n${read}\n  and part.until > part.since`,
    values: overlapValues,
    facts: { presence, change },
    expected: (5 + 3 + 1 + 35 + 0.5) * 3600,
  },
  {
    id: 'occupancy',
    sql: `select (${milliseconds} filter (where f.state in ('busy', 'wrap_up')))::float8 as n1,
  (${milliseconds})::float8 as d1
${pieces(true)}
${cutUp}
${read}
  and part.until > part.since
  and f.state in ('busy', 'wrap_up', 'available', 'online')`,
    values: overlapValues,
    facts: work,
    expected: ((90 + 10 + 10 + 15) / 210) * 100,
  },
  {
    id: 'utilisation',
    sql: `select (${milliseconds} filter (where f.state in ('busy', 'wrap_up')))::float8 as n1,
  (${milliseconds})::float8 as d1
${pieces(true)}
${cutUp}
${read}
  and part.until > part.since
  and f.state <> 'offline'`,
    values: overlapValues,
    facts: work,
    expected: ((90 + 10 + 10 + 15) / 240) * 100,
  },
  {
    id: 'active_dialogues',
    sql: `select (count(distinct f.dialogue_k))::float8 as n1
from fact.assignment f
${moments('f.accepted_at', 'f.eff_ended_at', 5)}
${heldRead}
  and f.dialogue_k is not null`,
    range: atEnd,
    values: [dayBefore.end, [TO]],
    facts: {
      assignment: [
        accepted('2026-11-07T20:00:00Z', null, { dialogue_k: d1 }),
        accepted('2026-11-07T20:30:00Z', null, { dialogue_k: d1, operator: 'bob' }),
        accepted('2026-11-01T20:00:00Z', TO, { dialogue_k: d2 }),
        accepted('2026-11-07T20:00:00Z', '2026-11-07T20:59:59.999Z', { dialogue_k: d3 }),
        accepted('2026-11-07T20:00:00Z', null, { call_k: d4 }),
        { operator: 'ann', at: at('09:00:00'), dialogue_k: d4 },
      ],
    },
    expected: 2,
  },
  {
    id: 'dialogues_touched',
    sql: `select (count(distinct f.dialogue_k))::float8 as n1
from fact.assignment f
${part('f.accepted_at', 'f.eff_ended_at', 5)}
${heldRead}
  and part.until > part.since
  and f.dialogue_k is not null`,
    values: [dayBefore.from, [FROM], [TO]],
    facts: {
      assignment: [
        accepted('2026-10-30T12:00:00Z', FROM, { dialogue_k: d1 }),
        accepted('2026-10-20T12:00:00Z', null, { dialogue_k: d2 }),
        accepted(at('09:00:00'), at('09:10:00'), { dialogue_k: d3 }),
        accepted(at('10:00:00'), at('10:10:00'), { dialogue_k: d3 }),
        accepted(TO, null, { dialogue_k: d4 }),
      ],
    },
    expected: 2,
  },
];
