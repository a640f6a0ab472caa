import { dayRecords } from './day.js';
import type { RecordInput } from './record.js';
import type { Rehearsal } from './rehearsals.js';
import { knownAt, momentsOf } from './stages.js';
import { demoZone } from './world.js';
import { addDays, localDay } from './zone.js';

interface Stage {
  readonly at: number;
  readonly record: RecordInput;
}

/** What becomes known of the facts of one day, by time. */
function stagesOf(seed: string, day: string, zone: string, rehearsals: readonly Rehearsal[]): Stage[] {
  const stages = dayRecords(seed, day, 1, zone, rehearsals).flatMap((record) =>
    momentsOf(record).map((at) => ({ at, record })),
  );
  return stages.sort((a, b) => a.at - b.at);
}

const cache = new Map<string, Stage[]>();

function cachedStages(seed: string, day: string, zone: string, rehearsals: readonly Rehearsal[]): Stage[] {
  const key = JSON.stringify([seed, day, zone, rehearsals]);
  let stages = cache.get(key);
  if (!stages) {
    stages = stagesOf(seed, day, zone, rehearsals);
    // A live simulator asks for yesterday and today only.
    for (const oldest of [...cache.keys()].slice(0, Math.max(0, cache.size - 2))) cache.delete(oldest);
    cache.set(key, stages);
  }
  return stages;
}

/** The index of the first stage later than `after`. */
function firstAfter(stages: readonly Stage[], after: number): number {
  let low = 0;
  let high = stages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stages[middle]?.at ?? Infinity) <= after) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * What becomes known in (from, to], each stage of a fact as a record of its own, by time. The last stage of a fact says
 * what `dayRecords` says. Of one day's facts nothing becomes known later than a day after it.
 */
export function recordsBetween(
  seed: string,
  from: Date,
  to: Date,
  zone: string = demoZone,
  rehearsals: readonly Rehearsal[] = [],
): RecordInput[] {
  const [after, until] = [from.getTime(), to.getTime()];
  if (until <= after) return [];
  const found: { at: number; known: RecordInput }[] = [];
  const last = localDay(until, zone);
  for (let day = addDays(localDay(after, zone), -1); day <= last; day = addDays(day, 1)) {
    const stages = cachedStages(seed, day, zone, rehearsals);
    for (let i = firstAfter(stages, after); i < stages.length; i++) {
      const stage = stages[i];
      if (!stage || stage.at > until) break;
      const known = knownAt(stage.record, stage.at);
      if (known) found.push({ at: stage.at, known });
    }
  }
  return found.sort((a, b) => a.at - b.at).map(({ known }) => known);
}
