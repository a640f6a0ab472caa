import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { incidentsBetween } from '../../src/demo/incidents.js';
import type { Rehearsal } from '../../src/demo/rehearsals.js';
import { startTestApp, type TestApp } from '../app.js';
import { Centre } from './centre.js';
import { Replay } from './replay.js';
import { Sieve } from './sieve.js';

const hourMs = 3_600_000;

/**
 * How long it is quiet: a morning, which is when most happens. `QUIET_HOURS=720 npm test -- test/alerts/quiet` looks at
 * thirty days and nights.
 */
const hours = Number(process.env['QUIET_HOURS'] ?? 4);
const begin = Date.parse(hours < 24 ? '2026-10-13T09:00:00+03:00' : '2026-09-14T00:00:00+03:00');
const end = begin + hours * hourMs;

/** A simulated centre in which all carriers and providers work all the time. */
function quietSeed(): string {
  for (let attempt = 0; attempt < 20_000; attempt++) {
    const seed = `quiet ${attempt}`;
    if (incidentsBetween(seed, new Date(begin - 24 * hourMs), new Date(end + 24 * hourMs)).length === 0) return seed;
  }
  throw new Error('No centre is quiet for so long.');
}

/** Looks through a stretch of a centre's life, then replays what is suspicious as it would be seen. */
async function alarmsIn(app: TestApp, name: string, seed: string, span: Span): Promise<string[]> {
  const centre = new Centre(app, await app.tenant(name), seed, span.begin, span.rehearsals);
  await centre.begin();
  const sieve = new Sieve(centre);
  for (let day = span.begin; day < span.end; day += 24 * hourMs) {
    await sieve.until(Math.min(span.end, day + 24 * hourMs));
    tell(`${new Date(day).toISOString()} looked through, to be replayed so far: ${sieve.suspicions.length}`);
  }
  const alarms: string[] = [];
  for (const [index, { from, to }] of sieve.suspicions.entries()) {
    const replay = new Replay(app, await app.tenant(`${name}-${index}`), seed, from, span.rehearsals);
    await replay.begin();
    await replay.until(to);
    const begun = replay.changes.filter(({ firing }) => firing.length > 0);
    alarms.push(...begun.map(({ rule, at, firing }) => `${new Date(at).toISOString()} ${rule}: ${firing.join()}`));
    tell(`${new Date(from).toISOString()} to ${new Date(to).toISOString()} replayed, alarms: ${begun.length}`);
  }
  return alarms;
}

interface Span {
  readonly begin: number;
  readonly end: number;
  readonly rehearsals?: readonly Rehearsal[];
}

const isLong = hours >= 24;
const tell = (text: string): void => void (isLong && process.stdout.write(`${text}\n`));

describe('while nothing is wrong', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ env: { LOG_LEVEL: 'warn' } });
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });
  afterAll(() => app.stop());

  it(
    'no rule raises an alarm; in thirty days at most one',
    async () => {
      const alarms = await alarmsIn(app, 'quiet', quietSeed(), { begin, end });
      tell(`${hours / 24} quiet days, alarms: ${alarms.length} ${alarms.join('; ')}`);
      if (isLong) expect(alarms.length).toBeLessThanOrEqual(1);
      else expect(alarms).toEqual([]);
    },
    Math.max(60_000, hours * 30_000),
  );

  it('a short trouble would not slip through', async () => {
    const noon = Date.parse('2026-10-13T12:00:00+03:00');
    const rehearsal: Rehearsal = { trouble: 'operators-offline', start: noon, end: noon + 4 * 60_000 };
    const span = { begin: noon - 10 * 60_000, end: noon + 10 * 60_000, rehearsals: [rehearsal] };
    expect(await alarmsIn(app, 'trouble', quietSeed(), span)).toEqual([expect.stringContaining('no-operator-online')]);
  });
});
