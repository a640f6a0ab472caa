import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Bounds } from './zone.js';

/** Troubles that the simulator can be told to have, and for how many minutes where nobody says. */
export const troubles = {
  'carrier-outage': { text: 'The north carrier refuses every call', minutes: 15 },
  'provider-outage': { text: 'The first gateway for SMS gives everything back', minutes: 15 },
  'queue-rush': { text: 'Far more callers than the support queue can take', minutes: 15 },
  'operators-offline': { text: 'Nobody is at work', minutes: 15 },
  'bot-breakdown': { text: 'The voice assistant understands nobody', minutes: 15 },
  'call-burst': { text: 'A dialler starts more calls a second than the north carrier takes', minutes: 15 },
  'cost-spike': { text: 'A campaign goes out at the dearest prices', minutes: 15 },
  'feed-stopped': { text: 'Nothing arrives; what was missed arrives afterwards', minutes: 45 },
} as const;
export type Trouble = keyof typeof troubles;

/** A trouble from `start` until before `end`, epoch milliseconds. */
export interface Rehearsal extends Bounds {
  readonly trouble: Trouble;
}

const names = Object.keys(troubles) as [Trouble, ...Trouble[]];
const Rehearsals = z.array(z.object({ trouble: z.enum(names), start: z.int(), end: z.int() }));

/** Facts of a day become known up to a day after it: until then the simulator must know what it rehearsed. */
const remembered = 3 * 86_400_000;

const fileIn = (dataDir: string): string => join(dataDir, 'rehearsals.json');

/**
 * What the simulator was told to rehearse, newest last.
 * @throws SyntaxError or ZodError where the file is damaged
 */
export function readRehearsals(dataDir: string): Rehearsal[] {
  const file = fileIn(dataDir);
  return existsSync(file) ? Rehearsals.parse(JSON.parse(readFileSync(file, 'utf8'))) : [];
}

/** Tells the simulator of that data directory to rehearse a trouble; what is long over is forgotten. */
export function addRehearsal(dataDir: string, rehearsal: Rehearsal): void {
  const known = readRehearsals(dataDir).filter(({ end }) => end > rehearsal.start - remembered);
  mkdirSync(dataDir, { recursive: true });
  // The simulator may read at any moment: it finds the old file or the new one, never half of it.
  const beside = `${fileIn(dataDir)}.new`;
  writeFileSync(beside, `${JSON.stringify([...known, rehearsal], null, 2)}\n`, { mode: 0o600 });
  renameSync(beside, fileIn(dataDir));
}

/** Up to when records come in: while the feed stands still, what happens since is kept back. */
export function fedUntil(rehearsals: readonly Rehearsal[], now: number): number {
  const stopped = rehearsals.filter(
    ({ trouble, start, end }) => trouble === 'feed-stopped' && start <= now && now < end,
  );
  return Math.min(now, ...stopped.map(({ start }) => start));
}
