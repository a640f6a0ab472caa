import type { WeekStart } from '../tenants/tenant.schema.js';
import { fromLocal, stretchesBetween, toLocal } from './zone.js';

/** Bucket lengths from the shortest to the longest; days and above are the zone's own, 23 or 25 hours where clocks change. */
export const intervals = ['1m', '5m', '15m', '1h', '1d', '1w', '1M', '1y'] as const;
export type Interval = (typeof intervals)[number];

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The shortest that a bucket of the interval usually is, in milliseconds. */
export const intervalLength: Record<Interval, number> = {
  '1m': MINUTE,
  '5m': 5 * MINUTE,
  '15m': 15 * MINUTE,
  '1h': HOUR,
  '1d': DAY,
  '1w': 7 * DAY,
  '1M': 28 * DAY,
  '1y': 365 * DAY,
};

/** Whether a bucket of the interval is shorter than a day. */
export function isSubDay(interval: Interval): boolean {
  return intervalLength[interval] < DAY;
}

/** The buckets that a range [from, to) falls into. */
export interface Grid {
  /**
   * Where the buckets begin in the range: the first is `from` itself, so the first and the last bucket may be parts of theirs.
   */
  readonly boundaries: readonly number[];
  /** What the buckets are called: the instants at which they really begin; only the first may lie before the range. */
  readonly times: readonly number[];
  /** Where the last bucket really ends. */
  readonly end: number;
}

/**
 * The longest of the buckets, in milliseconds: days and months differ, and Grafana parts a line wherever two points are further
 * from each other than the step it is told.
 */
export function longestStep({ times, end }: Grid): number {
  return times.reduce((longest, at, index) => Math.max(longest, (times[index + 1] ?? end) - at), 0);
}

/** Where days, weeks, months and years begin on the wall clock: the start of the one around `local`, and of the next one. */
type Calendar = { floor(local: number): number; next(start: number): number };

const firstWeekday: Record<WeekStart, number> = { sunday: 0, monday: 1, saturday: 6 };

function calendar(interval: '1d' | '1w' | '1M' | '1y', weekStart: WeekStart): Calendar {
  const floorDay = (local: number) => Math.floor(local / DAY) * DAY;
  switch (interval) {
    case '1d':
      return { floor: floorDay, next: (start) => start + DAY };
    case '1w':
      return {
        floor: (local) => {
          const day = floorDay(local);
          return day - ((new Date(day).getUTCDay() - firstWeekday[weekStart] + 7) % 7) * DAY;
        },
        next: (start) => start + 7 * DAY,
      };
    case '1M':
      return {
        floor: (local) => Date.UTC(new Date(local).getUTCFullYear(), new Date(local).getUTCMonth(), 1),
        next: (start) => Date.UTC(new Date(start).getUTCFullYear(), new Date(start).getUTCMonth() + 1, 1),
      };
    case '1y':
      return {
        floor: (local) => Date.UTC(new Date(local).getUTCFullYear(), 0, 1),
        next: (start) => Date.UTC(new Date(start).getUTCFullYear() + 1, 0, 1),
      };
  }
}

/** The real beginnings of the buckets that meet [from, to), and the end of the last. */
function calendarStarts(rule: Calendar, zone: string, from: number, to: number): { starts: number[]; end: number } {
  const starts: number[] = [];
  let local = rule.floor(toLocal(zone, from));
  let start = fromLocal(zone, local);
  while (start < to) {
    local = rule.next(local);
    const end = fromLocal(zone, local);
    // A day that the zone skipped as a whole has no length; a clock set back over midnight leaves one behind `from`.
    if (end > start && end > from) starts.push(start);
    start = end;
  }
  return { starts, end: start };
}

/**
 * Buckets of a fixed length that begin at round times of the wall clock. A clock change by a part of the length (Lord Howe's
 * half hour against hours) begins a bucket of its own.
 */
function fixedStarts(length: number, zone: string, from: number, to: number): { starts: number[]; end: number } {
  const starts: number[] = [];
  let before: number | undefined;
  for (const { start, end, offset } of stretchesBetween(zone, from - length, to + length)) {
    if (before !== undefined && (offset - before) % length !== 0) starts.push(start);
    const first = Math.ceil((Math.max(start, from - length) + offset) / length) * length - offset;
    for (let next = first; next < Math.min(end, to + length); next += length) {
      if (next !== starts.at(-1)) starts.push(next);
    }
    before = offset;
  }
  const after = starts.findIndex((start) => start >= to);
  return {
    starts: starts.slice(
      starts.findLastIndex((start) => start <= from),
      after,
    ),
    end: starts[after] ?? to,
  };
}

/**
 * The buckets of [from, to) in a time zone.
 * @param from inclusive, epoch milliseconds
 * @param to exclusive, after `from`
 */
export function grid(interval: Interval, zone: string, weekStart: WeekStart, from: number, to: number): Grid {
  const { starts, end } =
    interval === '1d' || interval === '1w' || interval === '1M' || interval === '1y'
      ? calendarStarts(calendar(interval, weekStart), zone, from, to)
      : fixedStarts(intervalLength[interval], zone, from, to);
  return { boundaries: [from, ...starts.slice(1)], times: starts, end };
}

/** The instant at which the day, week, month or year around the instant begins in the zone. */
export function startOf(
  interval: '1d' | '1w' | '1M' | '1y',
  zone: string,
  weekStart: WeekStart,
  instant: number,
): number {
  return fromLocal(zone, calendar(interval, weekStart).floor(toLocal(zone, instant)));
}
