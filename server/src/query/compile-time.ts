import type { Gaze } from '../catalogue/aggregates.js';
import type { Span } from '../catalogue/declare.js';
import type { Source } from './compile-source.js';
import type { Values } from './compile-values.js';
import type { Range } from './range.js';

const DAY = 86_400_000;

/** A range, and where it is cut; null for one number per group. */
export interface Cut extends Range {
  readonly boundaries: readonly number[] | null;
}

/** What a way of looking at facts adds to a statement. */
export interface View {
  /** Which facts matter, by time. */
  readonly where: readonly string[];
  /** Behind the joins of what facts inherit from: a row for each bucket that a fact has a part in. */
  readonly joins: readonly string[];
  /** The number of the bucket, from 1. */
  readonly bucket: string | undefined;
  /** The instant at which a bucket is looked at. */
  readonly end?: string;
}

/** The buckets that have begun by now: where each begins, and where it ends or how far it has come. */
export function begun({ from, to, boundaries }: Cut, now: number): { starts: number[]; ends: number[] } {
  const until = Math.min(to, now);
  const starts = (boundaries ?? [from]).filter((start) => start < until);
  return { starts, ends: starts.map((_, index) => starts[index + 1] ?? until) };
}

/** How much of each bucket has passed, in milliseconds; 0 where it has not begun. */
export function elapsed({ from, to, boundaries }: Cut, now: number): number[] {
  const starts = boundaries ?? [from];
  return starts.map((start, index) => Math.max(0, Math.min(starts[index + 1] ?? to, now) - start));
}

/** What is looked at, and up to when it is known. */
interface Sight {
  readonly source: Source;
  readonly values: Values;
  readonly cut: Cut;
  readonly now: number;
}

/** The facts of the cut, seen in one of the ways. */
export function viewOf(gaze: Gaze, span: Span | undefined, sight: Sight): View {
  if (gaze === 'points' || gaze === 'seconds') return points(sight);
  if (!span) throw new Error('Only what lasts has an end.');
  return gaze === 'moments' ? moments(span, sight) : parts(span, sight);
}

function points({ source: { instant }, values, cut }: Sight): View {
  if (instant === undefined) return { where: [], joins: [], bucket: undefined };
  return {
    where: [
      ...(instant === 'f.at' ? [] : ['f.at is not null']),
      `${instant} >= ${values.instant(cut.from)}`,
      `${instant} < ${values.instant(cut.to)}`,
    ],
    joins: [],
    bucket: cut.boundaries ? `width_bucket(${instant}, ${values.instants(cut.boundaries)})` : undefined,
  };
}

/** Where a fact that lasts begins and ends, and the conditions for those that last at some time after `low` and before `until`. */
function lasting(span: Span, { source, values }: Sight, low: number, until: number) {
  const [start, end] = [source.start, source.column(span.end)];
  const [since, limit] = [values.instant(low), values.instant(until)];
  source.readWithin(`${since}::timestamptz`, `${limit}::timestamptz`);
  return {
    start,
    end,
    limit,
    where: [
      ...(start === 'f.at' ? [] : ['f.at is not null']),
      `${start} < ${limit}`,
      `(${end} is null or ${end} > ${since})`,
      ...(span.long ? [`(${start} >= ${values.instant(low - DAY)} or ${source.column(span.long)})`] : []),
    ],
  };
}

/** Each fact cut at the edges of buckets: `part` is what falls into one of them. */
function parts(span: Span, sight: Sight): View {
  const { values, cut, now } = sight;
  const { starts, ends } = begun(cut, now);
  const { start, end, limit, where } = lasting(span, sight, cut.from, ends.at(-1) ?? cut.from);
  const [begins, stops] = [values.instants(starts), values.instants(ends)];
  return {
    where: [...where, 'part.until > part.since'],
    joins: [
      `cross join lateral generate_series(greatest(width_bucket(${start}, ${begins}), 1), width_bucket(least(${end}, ${limit}), ${begins})) as cut(bucket)`,
      `cross join lateral (select greatest(${start}, (${begins})[cut.bucket]) as since, least(${end}, (${stops})[cut.bucket]) as until) part`,
    ],
    bucket: cut.boundaries ? 'cut.bucket' : undefined,
  };
}

/**
 * Each fact at the ends of the buckets at which it lasts: it has begun before, and is not over before. What begins at the end
 * itself belongs to the next bucket, and so does what ends there: those who are there at the end of a day are those of
 * the day before, more by those who came and less by those who left in the day.
 */
function moments(span: Span, sight: Sight): View {
  const { values, cut, now } = sight;
  const { ends } = begun(cut, now);
  const [first = cut.from] = ends;
  const { start, end, where } = lasting(span, sight, first - 1, ends.at(-1) ?? cut.from);
  const stops = values.instants(ends);
  return {
    where,
    joins: [
      `cross join lateral generate_series(width_bucket(${start}, ${stops}) + 1, width_bucket(coalesce(${end}, 'infinity'), ${stops})) as cut(bucket)`,
    ],
    bucket: cut.boundaries ? 'cut.bucket' : undefined,
    end: `(${stops})[cut.bucket]`,
  };
}
