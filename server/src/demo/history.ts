import { setImmediate } from 'node:timers/promises';
import { dayRecords } from './day.js';
import { worldRecords } from './names.js';
import type { RecordInput } from './record.js';
import { knownAt } from './stages.js';
import { demoZone } from './world.js';
import { addDays, localDay } from './zone.js';

const fullDays = 400;
const thinScale = 0.31;
const rampDays = 30;

/** How much of full size a day has that lies `age` days back: the older half of the history is thinner. */
export function historyScale(age: number): number {
  const beyond = Math.min(1, Math.max(0, (age - fullDays) / rampDays));
  return 1 - (1 - thinScale) * beyond;
}

/** How far the writing has come: everything from `day` on is written. */
export interface Progress {
  readonly day: string;
  readonly daysWritten: number;
  readonly days: number;
  readonly records: number;
}

export interface HistoryOptions {
  readonly seed: string;
  /** The moment at which history ends; what follows is `startLive`'s. */
  readonly now: Date;
  /** How many local days, today included. */
  readonly days?: number;
  /** Stores the records; the writing ends with its first failure. */
  readonly write: (records: RecordInput[]) => Promise<void>;
  /** The most records per write. */
  readonly batch?: number;
  /** How many writes may be under way at once. */
  readonly concurrency?: number;
  readonly onProgress?: (progress: Progress) => void;
  /** Continues an interrupted writing, with its own `now`: only days before this one. */
  readonly before?: string;
  readonly zone?: string;
}

/** The facts of one day of a history that ends at `now`. */
function historyDay(seed: string, day: string, age: number, now: number, zone: string): RecordInput[] {
  const records = dayRecords(seed, day, historyScale(age), zone);
  // Facts of the day before yesterday and of earlier days have all come to their end.
  return age > 1 ? records : records.map((record) => knownAt(record, now)).filter((record) => record !== null);
}

/**
 * Writes the demo tenant's world and its past, newest day first, handing over while the next days are being made. The
 * event loop gets its turn between days.
 */
export async function writeHistory(options: HistoryOptions): Promise<void> {
  const { seed, now, write, onProgress, before } = options;
  const { days = 800, batch = 5000, concurrency = 2, zone = demoZone } = options;
  const today = localDay(now.getTime(), zone);
  const underWay: { written: Promise<void>; progress: Progress | null }[] = [];
  let records = 0;
  let pending: RecordInput[] = before === undefined ? worldRecords(seed) : [];

  const settleOldest = async (): Promise<void> => {
    const oldest = underWay[0];
    await oldest?.written;
    underWay.shift();
    if (oldest?.progress) onProgress?.(oldest.progress);
  };
  const send = async (part: RecordInput[], progress: Progress | null): Promise<void> => {
    while (underWay.length >= concurrency) await settleOldest();
    const written = write(part);
    // The failure is met when this write is the oldest; until then it must not count as unhandled.
    written.catch(() => undefined);
    underWay.push({ written, progress });
  };

  for (let age = 0; age < days; age++) {
    const day = addDays(today, -age);
    if (before !== undefined && day >= before) continue;
    const made = historyDay(seed, day, age, now.getTime(), zone);
    records += made.length;
    pending = pending.concat(made);
    while (pending.length > batch) await send(pending.splice(0, batch), null);
    if (pending.length > batch / 2 || age === days - 1) {
      await send(pending, { day, daysWritten: age + 1, days, records });
      pending = [];
    }
    await setImmediate();
  }
  while (underWay.length > 0) await settleOldest();
}
