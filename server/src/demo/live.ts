import type { RecordInput } from './record.js';
import { fedUntil, type Rehearsal } from './rehearsals.js';
import { repeatsBetween } from './repeats.js';
import { recordsBetween } from './timeline.js';
import { demoZone } from './world.js';

const hourMs = 3_600_000;
const batch = 5000;

export interface LiveOptions {
  readonly seed: string;
  readonly write: (records: RecordInput[]) => Promise<void>;
  readonly now?: () => Date;
  readonly everyMs?: number;
  /** Up to when everything has been written, so that nothing between is lost; by default the start's `now`. */
  readonly from?: Date;
  /** Called after each span of time that has been written. */
  readonly onWritten?: (until: Date) => void;
  readonly onError?: (error: unknown) => void;
  readonly zone?: string;
  /** What to rehearse, asked before each writing. */
  readonly rehearsals?: () => readonly Rehearsal[];
}

/**
 * Lets the demo centre go on living: every few seconds it writes what has become known since, and now and then something
 * twice. A write that fails is tried again with the same span of time, so that an outage of the database loses nothing.
 * @returns `stop`, which resolves when nothing is being written any more
 */
export function startLive(options: LiveOptions): { stop: () => Promise<void> } {
  const { seed, write, onWritten, onError } = options;
  const { now = () => new Date(), everyMs = 5000, zone = demoZone, rehearsals = () => [] } = options;
  let reached = (options.from ?? now()).getTime();
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  const catchUp = async (): Promise<void> => {
    // After a long pause an hour at a time, so that a failure repeats little.
    const planned = rehearsals();
    const limit = (): number => fedUntil(planned, now().getTime());
    for (let until = limit(); reached < until && !stopped; until = limit()) {
      const next = Math.min(until, reached + hourMs);
      const [from, to] = [new Date(reached), new Date(next)];
      const records = [
        ...recordsBetween(seed, from, to, zone, planned),
        ...repeatsBetween(seed, from, to, zone, planned),
      ];
      for (let i = 0; i < records.length; i += batch) await write(records.slice(i, i + batch));
      reached = next;
      onWritten?.(new Date(next));
      if (next === until) return;
    }
  };
  const tick = async (): Promise<void> => {
    try {
      await catchUp();
    } catch (error) {
      onError?.(error);
    }
    if (!stopped) schedule();
  };
  const schedule = (): void => {
    timer = setTimeout(() => {
      running = tick();
    }, everyMs);
    timer.unref();
  };

  running = tick();
  return {
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      return running;
    },
  };
}
