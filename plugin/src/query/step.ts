import type { Field, RawTimeRange, TimeRange } from '@grafana/data';
import type { SwitchboardQuery } from './model';

/**
 * The range that a point of a line counts, in epoch milliseconds as text; undefined where no point is meant.
 * @param shown the point's time as Grafana tells it, epoch milliseconds
 */
export function stepAt(
  shown: string | undefined,
  { values, config }: Field<unknown>,
  { window, cumulative }: SwitchboardQuery,
  range: TimeRange,
): RawTimeRange | undefined {
  const begin = Number(shown || undefined);
  // The sum up to now of a window of the service's own: only the service knows where that begins.
  if (!Number.isFinite(begin) || (window && cumulative)) return undefined;
  const next = values.find((time): time is number => typeof time === 'number' && time > begin) ?? Infinity;
  // Months are of different length, and the interval is the longest; where a step is missing, the next point is no end.
  const end = Math.min(next, begin + (config.interval ?? Infinity));
  const [from, to] = window ? [begin, end] : [Math.max(begin, range.from.valueOf()), Math.min(end, range.to.valueOf())];
  return { from: String(cumulative ? range.from.valueOf() : from), to: String(to) };
}
