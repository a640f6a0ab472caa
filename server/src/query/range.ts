import { Problem } from '../errors.js';
import type { WeekStart } from '../tenants/tenant.schema.js';
import { type Interval, intervalLength, intervals, isSubDay, startOf } from './buckets.js';
import type { Query, windows } from './query.schema.js';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** How much may be asked for at once; also told by the catalogue. */
export const limits = { points: 11_000, series: 1_000, subDayDays: 400, minuteDays: 2, cells: 500_000 } as const;

const DEFAULT_POINTS = 1_000;

/** [from, to) in epoch milliseconds. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** What a question is asked in. */
export interface Surroundings extends Partial<Range> {
  readonly zone: string;
  readonly weekStart: WeekStart;
  readonly now: number;
  /** When the earliest fact counts; looked up only for the window `all`. */
  readonly earliest?: number;
}

type Window = (typeof windows)[number];

function windowRange(window: Window, { zone, weekStart, now, earliest }: Surroundings): Range {
  const begin: Record<Window, () => number> = {
    last_15m: () => now - 15 * MINUTE,
    last_30m: () => now - 30 * MINUTE,
    last_60m: () => now - 60 * MINUTE,
    today: () => startOf('1d', zone, weekStart, now),
    this_year: () => startOf('1y', zone, weekStart, now),
    all: () => earliest ?? now,
  };
  // At the very start of a day or year, or with nothing ever recorded, the window is as short as a window can be.
  return { from: Math.min(begin[window](), now - 1), to: now };
}

/**
 * The range of a question.
 * @throws Problem invalid_request when there is none or it is empty
 */
export function rangeOf(query: Pick<Query, 'from' | 'to' | 'window'>, around: Surroundings): Range {
  if (query.window) return windowRange(query.window, around);
  const [from, to] = [query.from ?? around.from, query.to ?? around.to];
  if (from === undefined || to === undefined) {
    throw new Problem('invalid_request', 'The query has no range: give from and to, or a window.');
  }
  if (to <= from) throw new Problem('invalid_request', 'The range is empty: to must be after from.');
  return { from, to };
}

function longest(interval: Interval): number {
  if (!isSubDay(interval)) return Infinity;
  return intervalLength[interval] < 15 * MINUTE ? limits.minuteDays * DAY : limits.subDayDays * DAY;
}

/**
 * The interval to cut the range with.
 * @throws Problem invalid_request when it would make too many points
 */
export function chooseInterval(asked: Interval | 'auto', { from, to }: Range, maxDataPoints?: number | null): Interval {
  const span = to - from;
  if (asked === 'auto') {
    const points = Math.min(maxDataPoints ?? DEFAULT_POINTS, limits.points - 2);
    const fits = (interval: Interval) => span <= longest(interval) && span / intervalLength[interval] <= points;
    return intervals.find(fits) ?? '1y';
  }
  if (span > longest(asked)) {
    const days = Math.round(longest(asked) / DAY);
    throw new Problem(
      'invalid_request',
      `The interval ${asked} is for ranges of up to ${days} days: ask for a shorter range or a longer interval.`,
    );
  }
  if (span / intervalLength[asked] > limits.points) {
    const points = Math.ceil(span / intervalLength[asked]).toLocaleString('en');
    throw new Problem(
      'invalid_request',
      `The range holds ${points} buckets of ${asked}, more than ${limits.points.toLocaleString('en')}: ask for a longer interval.`,
    );
  }
  return asked;
}
