import { Random } from './random.js';
import type { Bounds } from './zone.js';

const minuteMs = 60_000;

/** How often a carrier or provider is in trouble. */
const perDay = 0.02;

/** The stretch of a day in which a carrier or provider is in trouble; most days have none. */
export function outageOf(seed: string, who: string, day: string, { start, end }: Bounds): Bounds | null {
  const random = new Random(seed, 'outage', who, day);
  if (!random.chance(perDay)) return null;
  const from = start + Math.floor((end - start) * random.between(0.36, 0.72));
  return { start: from, end: from + Math.floor(random.between(35, 130)) * minuteMs };
}

export const within = (bounds: Bounds | null, at: number): boolean =>
  bounds !== null && at >= bounds.start && at < bounds.end;
