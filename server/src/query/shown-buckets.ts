import { overTime } from '../catalogue/declare.js';
import type { AnswerSeries } from './answer.js';
import type { Grid } from './buckets.js';
import type { Notice, Question } from './question.js';

type Asked = Pick<Question, 'interval' | 'metrics' | 'dropOpenBucket' | 'fromAlert' | 'now'>;

/**
 * How many buckets are shown, from the first. Without the open one: those that are over. Else those that have begun, and later
 * ones as far as they hold a number: the earlier range that they are compared with, or what a sender's fast clock told.
 */
export function shownBuckets(
  { boundaries, times, end }: Grid,
  { dropOpenBucket, now }: Asked,
  series: readonly AnswerSeries[],
): number {
  if (dropOpenBucket) return times.filter((_, bucket) => (times[bucket + 1] ?? end) <= now).length;
  let count = boundaries.filter((start) => start < now).length;
  if (count === times.length) return count;
  for (const { values, earlier = [] } of series) {
    for (const numbers of [...values, ...earlier]) {
      count = Math.max(count, numbers.findLastIndex((number) => number !== null) + 1);
    }
  }
  return count;
}

const WORDS: Readonly<Partial<Record<Question['interval'], string>>> = {
  '1d': 'day',
  '1w': 'week',
  '1M': 'month',
  '1y': 'year',
};
const GROWING: readonly string[] = ['sum', 'distinct', 'max'];

/**
 * Says that the last bucket is not over, where it would be taken for a whole one: of days and longer, of what grows as time
 * passes. On minutes and hours it would stand on every live panel, and say nothing new.
 */
export function openNotices({ interval, metrics, dropOpenBucket, fromAlert, now }: Asked, grid: Grid): Notice[] {
  const word = WORDS[interval];
  if (word === undefined || dropOpenBucket || fromAlert) return [];
  const last = grid.boundaries.findLastIndex((start) => start < now);
  const over = last < 0 || (grid.times[last + 1] ?? grid.end) <= now;
  if (over || !metrics.some(({ definition }) => GROWING.includes(overTime(definition)))) return [];
  return [{ severity: 'info', text: `The last ${word} is not over yet.` }];
}
