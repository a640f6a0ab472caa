import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { FactRow } from '../rows.js';

/** Facts of a fortnight around the last Sunday of March, on a coarse grid, so that much begins as something else ends. */
export interface LastingFacts {
  presence: FactRow[];
  change: FactRow[];
  assignment: FactRow[];
  dialogue: FactRow[];
  queue_entry: FactRow[];
  call: FactRow[];
  leg: FactRow[];
  name: FactRow[];
  intake: FactRow[];
}

const FROM = Date.parse('2026-03-22T00:00:00Z');
const iso = (at: number) => new Date(at).toISOString();
const maybe = <T>(value: fc.Arbitrary<T>, freq = 3) => fc.option(value, { nil: null, freq });
const moment = fc.integer({ min: 0, max: 14 * 96 }).map((quarters) => FROM + quarters * 900_000);
const close = fc.integer({ min: 0, max: 4 * 86_400 }).map((quarters) => FROM + 6 * 86_400_000 + quarters * 250);
const length = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 24 }).map((quarters) => quarters * 900_000) },
  { weight: 1, arbitrary: fc.integer({ min: -2, max: 5 * 96 }).map((quarters) => quarters * 900_000) },
);
/** Where something begins and, but for some, ends; a few end before they begin. */
const life = fc.record({ since: moment, lasts: fc.option(length, { nil: null, freq: 12 }) });
const ends = ({ since, lasts }: { since: number; lasts: number | null }) =>
  lasts === null ? null : iso(since + lasts);

const people = fc.constantFrom('ann', 'bob', 'eve');
const states = ['online', 'available', 'busy', 'wrap_up', 'paused', 'offline'];
const trunk = maybe(fc.constantFrom('t1', 't2', 't3'));

const presence = fc
  .record({ life, operator: people, group: maybe(fc.constantFrom('chat', 'voice')), state: fc.constantFrom(...states),
    reason: maybe(fc.constantFrom('lunch', 'rest')), source: fc.constantFrom('web', 'pbx') })
  .map(({ life: one, ...row }) => ({ ...row, at: iso(one.since), ended_at: ends(one) })); // prettier-ignore
const change = fc
  .record({ life, operator: people, state: fc.constantFrom(...states, 'unknown'), reason: maybe(fc.constantFrom('lunch', 'rest')) })
  .map(({ life: one, ...row }) => ({ ...row, of: 'operator', at: iso(one.since), until_at: ends(one), source: 'log' })); // prettier-ignore
const assignment = fc
  .record({ life, operator: maybe(people, 10), accepted: fc.integer({ min: 0, max: 3 }), of: fc.integer({ min: 0, max: 60 }),
    wrap_ms: maybe(fc.constantFrom(0, 900_000, 1_800_000)), queue: maybe(fc.constantFrom('q1', 'q2')) })
  .map(({ life: one, accepted, of, ...row }) => ({
    ...row, at: iso(one.since), accepted_at: accepted === 0 ? null : iso(one.since + (accepted - 1) * 900_000),
    eff_ended_at: ends(one), dialogue_k: of < 50 ? `00000000-0000-0000-0000-0000000000${String(of % 50).padStart(2, '0')}` : null,
  })); // prettier-ignore
const dialogue = fc
  .record({ life, project: maybe(fc.constantFrom('p1', 'p2')) })
  .map(({ life: one, ...row }) => ({ ...row, k: randomUUID(), at: iso(one.since), closed_at: ends(one) }));
const queueEntry = fc
  .record({ life, queue: maybe(fc.constantFrom('q1', 'q2')), how: fc.constantFrom('answered_at', 'left_at'),
    reason: maybe(fc.constantFrom('answered', 'abandoned'), 1) })
  .map(({ life: one, how, ...row }) => ({ answered_at: null, left_at: null, ...row, at: iso(one.since), [how]: ends(one) })); // prettier-ignore
const call = fc
  .record({ life, eff_trunk: trunk, eff_status: maybe(fc.constantFrom('open', 'busy', 'answered')), legs: fc.integer({ min: 0, max: 1 }),
    duration_ms: maybe(fc.constantFrom(0, 900_000, 7_200_000), 1), late: fc.integer({ min: 0, max: 2 }) })
  .map(({ life: one, late, ...row }) => ({
    ...row, at: iso(one.since), eff_ended_at: ends(one), eff_answered_at: late === 0 ? null : iso(one.since + late * 900_000),
  })); // prettier-ignore
/** Many within few seconds. */
const leg = fc
  .record({ at: fc.oneof(moment, close), part: fc.constantFrom(0, 250, 999), trunk, status: maybe(fc.constantFrom('answered', 'busy')) })
  .map(({ at, part, ...row }) => ({ ...row, at: iso(at + part), answered_at: null })); // prettier-ignore

const few = fc.integer({ min: 0, max: 3 });
const tally = fc
  .record({ at: moment, source: fc.constantFrom('web', 'pbx'), stored: few, duplicates: few, rejected: few })
  .map(({ at, ...row }) => ({ ...row, at: iso(at), conflicts: 0 }));
/** One a minute and source. */
const alone = (rows: readonly FactRow[]) => [
  ...new Map(rows.map((row) => [JSON.stringify([row['source'], row['at']]), row])).values(),
];

/** The same facts for the same seed. */
export function randomLastingFacts(seed: number): LastingFacts {
  const many = <T>(one: fc.Arbitrary<T>, count: number) => fc.sample(one, { seed, numRuns: count });
  const dialogues = many(dialogue, 80);
  const resolved = many(fc.record({ life, of: fc.integer({ min: 0, max: 79 }), last: fc.boolean() }), 40);
  return {
    presence: many(presence, 90),
    change: [
      ...many(change, 60),
      ...resolved.map(({ life: one, of, last }) => ({
        of: 'dialogue', dialogue_k: dialogues[of]!.k, state: 'resolved', at: iso(one.since),
        until_at: last ? null : iso(one.since + 900_000),
      })),
    ], // prettier-ignore
    assignment: many(assignment, 120),
    dialogue: dialogues,
    queue_entry: many(queueEntry, 120),
    call: many(call, 150),
    leg: many(leg, 500),
    intake: alone(many(tally, 120)),
    name: [
      { at: iso(FROM), dimension: 'trunk', value: 't1', limit: 5, seen: 2 },
      { at: iso(FROM), dimension: 'trunk', value: 't1', limit: 9, seen: 1 },
      { at: iso(FROM), dimension: 'trunk', value: 't2', limit: 3, seen: 1 },
    ],
  };
}
