import { Random } from './random.js';
import type { RecordInput } from './record.js';
import type { Rehearsal } from './rehearsals.js';
import { recordsBetween } from './timeline.js';
import { demoZone } from './world.js';

/** How long a provider waits for an answer before it sends the same record again. */
const patienceMs = 30_000;
/** How often an answer does not reach it. */
const lost = 0.02;

/**
 * What arrives a second time in (from, to]: providers send a record again whose receipt they did not hear of. It says
 * nothing new.
 */
export function repeatsBetween(
  seed: string,
  from: Date,
  to: Date,
  zone: string = demoZone,
  rehearsals: readonly Rehearsal[] = [],
): RecordInput[] {
  const before = (moment: Date): Date => new Date(moment.getTime() - patienceMs);
  return recordsBetween(seed, before(from), before(to), zone, rehearsals).filter(({ kind, id, observedAt }) =>
    new Random(seed, 'sent again', kind, String(id), String(observedAt)).chance(lost),
  );
}
