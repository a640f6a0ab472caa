import { dayRecords } from '../../src/demo/day.js';
import { localDay } from '../../src/demo/zone.js';

/**
 * The seed of a simulated centre in which calls came in within the last minutes, as in any larger one.
 * @param zone where its days are
 * @throws Error where it is too quiet an hour there
 */
export function busySeed(name: string, now: number, zone: string): string {
  for (let attempt = 0; attempt < 500; attempt++) {
    const seed = `${name} ${attempt}`;
    const recent = dayRecords(seed, localDay(now, zone), 1, zone).filter(({ kind, startedAt }) => {
      const age = now - Number(startedAt);
      return kind === 'call' && age > 30_000 && age < 600_000;
    });
    if (recent.length > 1) return seed;
  }
  throw new Error('No simulated day has calls at this hour.');
}
