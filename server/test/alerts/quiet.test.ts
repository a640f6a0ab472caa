import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { incidentsBetween } from '../../src/demo/incidents.js';
import { startTestApp, type TestApp } from '../app.js';
import { Replay } from './replay.js';

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

describe('while nothing is wrong', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });
  afterAll(() => app.stop());

  it(
    'no rule raises an alarm; in thirty days at most one',
    async () => {
      const replay = new Replay(app, await app.tenant('quiet'), quietSeed(), begin);
      await replay.begin();
      for (let day = begin; day < end; day += 24 * hourMs) {
        await replay.until(Math.min(end, day + 24 * hourMs));
        if (hours >= 24) process.stdout.write(`${new Date(day).toISOString()} ${JSON.stringify(replay.changes)}\n`);
      }
      const alarms = replay.changes.filter(({ firing }) => firing.length > 0);
      const told = alarms.map(({ rule, at, firing }) => `${new Date(at).toISOString()} ${rule}: ${firing.join()}`);
      if (hours >= 720) {
        process.stdout.write(`${hours / 24} quiet days, alarms: ${told.length} ${told.join('; ')}\n`);
        expect(told.length).toBeLessThanOrEqual(1);
      } else expect(told).toEqual([]);
    },
    Math.max(60_000, hours * 30_000),
  );
});
