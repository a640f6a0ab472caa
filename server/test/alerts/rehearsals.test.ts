import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { incidentsBetween } from '../../src/demo/incidents.js';
import { troubles, type Rehearsal, type Trouble } from '../../src/demo/rehearsals.js';
import { startTestApp, type TestApp } from '../app.js';
import { groups, minutesOf } from './provisioned.js';
import { Replay } from './replay.js';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Midday of a day without troubles of its own, Moscow time. */
const seed = 'rehearsals';
const noon = Date.parse('2026-10-14T12:00:00+03:00');

/** A rule that a rehearsal raises: by when its number must be beyond the limit, and how long it stays so afterwards. */
interface Expected {
  readonly rule: string;
  /** Minutes from the beginning until the number can be beyond the limit. */
  readonly lead: number;
  /** Minutes from the end until the number can be within it again. */
  readonly trail: number;
}

/** The hour that rates look back on; and the few contacts in it that come to their end later. */
const hour = 61;

interface Case {
  readonly trouble: Trouble;
  readonly start: number;
  readonly minutes: number;
  /** Minutes from the beginning during which nobody looks, to be done sooner. */
  readonly skipped?: readonly [from: number, to: number];
  readonly expected: readonly Expected[];
}

const cases: readonly Case[] = [
  {
    trouble: 'carrier-outage',
    start: noon,
    minutes: 12,
    // Calls of the last two minutes may ring still, and are not judged yet.
    expected: [{ rule: 'carrier-trouble', lead: 3, trail: hour + 2 }],
  },
  {
    trouble: 'provider-outage',
    start: noon,
    minutes: 12,
    // What was sent within the last five minutes is not judged yet.
    expected: [
      { rule: 'provider-errors', lead: 1, trail: hour },
      { rule: 'delivery-rate', lead: 7, trail: hour + 5 },
    ],
  },
  {
    trouble: 'queue-rush',
    start: noon,
    minutes: 16,
    // Nobody has waited for five minutes before five minutes have passed; and a hundred waits must be over first.
    expected: [
      { rule: 'queue-wait', lead: 5, trail: 1 },
      { rule: 'abandon-rate', lead: 3, trail: hour },
      { rule: 'service-level', lead: 8, trail: hour },
    ],
  },
  { trouble: 'operators-offline', start: noon, minutes: 8, expected: [{ rule: 'no-operator-online', lead: 0, trail: 0 }] },
  // How a call went for the bot is known when it is over.
  { trouble: 'bot-breakdown', start: noon, minutes: 12, expected: [{ rule: 'bot-failure-rate', lead: 2, trail: hour }] },
  { trouble: 'call-burst', start: noon, minutes: 12, expected: [{ rule: 'cps-near-limit', lead: 1, trail: 5 }] },
  {
    trouble: 'cost-spike',
    start: noon + 11 * hourMs,
    minutes: 16,
    // Until midnight.
    expected: [
      { rule: 'cost-per-day-rub', lead: 1, trail: 44 },
      { rule: 'cost-per-day-usd', lead: 1, trail: 44 },
    ],
  },
  {
    trouble: 'feed-stopped',
    start: noon,
    minutes: 390,
    skipped: [40, 350],
    // As long as a silence must be to be noticed.
    expected: [
      { rule: 'data-stopped', lead: 30, trail: 0 },
      { rule: 'source-stopped', lead: 360, trail: 0 },
    ],
  },
]; // prettier-ignore

const known = new Map(
  groups.flatMap(({ interval, rules }) =>
    rules.map((rule) => [
      rule.uid.replace('switchboard-', ''),
      { every: minutesOf(interval), for: minutesOf(rule.for) },
    ]),
  ),
);

describe('a rehearsed trouble', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });
  afterAll(() => app.stop());

  it('happens on a day without others', () => {
    expect(incidentsBetween(seed, new Date(noon - 24 * hourMs), new Date(noon + 24 * hourMs))).toEqual([]);
  });

  it.each(cases)(
    '$trouble raises its rules in time, no other, and they end',
    async (rehearsed) => {
      const { trouble, start, minutes, skipped, expected } = rehearsed;
      const rehearsal: Rehearsal = { trouble, start, end: start + minutes * minuteMs };
      const replay = new Replay(app, await app.tenant(trouble), seed, start - 10 * minuteMs, [rehearsal]);
      await replay.begin();
      await replay.until(start);
      expect(replay.changes).toEqual([]);
      if (skipped) {
        await replay.until(start + skipped[0] * minuteMs);
        await replay.skip(start + skipped[1] * minuteMs);
      }
      const longest = Math.max(...expected.map(({ rule, trail }) => trail + 2 * known.get(rule)!.every));
      await replay.until(rehearsal.end + (longest + 1) * minuteMs);
      for (const { rule, lead, trail } of expected) {
        const { every, for: lasting } = known.get(rule)!;
        const { begin = Infinity, end = Infinity } = replay.alertOf(rule, start);
        // Pending at the first evaluation beyond the limit, and firing at the one with which `for` is over.
        const [raised, ended] = [(begin - start) / minuteMs, (end - rehearsal.end) / minuteMs];
        expect({ rule, raised, inTime: raised <= lead + lasting + every }).toEqual({ rule, raised, inTime: true });
        // A group that has no number any more is gone at the second evaluation.
        expect({ rule, ended, inTime: ended <= trail + 2 * every }).toEqual({ rule, ended, inTime: true });
      }
      const raised = new Set(replay.changes.map(({ rule }) => rule));
      expect([...raised].sort()).toEqual(expected.map(({ rule }) => rule).sort());
    },
    120_000,
  );

  it('there is one for every rule, and every trouble raises one', () => {
    const raised = cases.flatMap(({ expected }) => expected.map(({ rule }) => rule));
    expect(raised.sort()).toEqual([...known.keys()].sort());
    expect(cases.map(({ trouble }) => trouble).sort()).toEqual(Object.keys(troubles).sort());
  });
});
