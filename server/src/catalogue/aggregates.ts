/**
 * How a statement looks at facts: at the instant each counts at (points), at the parts of it that fall into buckets (parts),
 * at those that last at the end of each bucket (moments), through a bucket with everything that begins and ends (sweep),
 * or second by second (seconds).
 */
export type Gaze = 'points' | 'parts' | 'moments' | 'sweep' | 'seconds';

/**
 * additive: sums over time and groups are true sums; ratio: numerator and denominator add; distinct: nothing adds;
 * sketch: a quantile, recomputed from the facts and never from results; max: the largest of several results is true over
 * time, not over groups; gauge: a state, which has no sum over time.
 */
export type Additivity = 'additive' | 'ratio' | 'distinct' | 'sketch' | 'max' | 'gauge';

/** How the numbers of several buckets become that of all of them. */
export type OverTime = 'sum' | 'ratio' | 'distinct' | 'recomputed' | 'max' | 'at_end' | 'avg';

interface AggregateTraits {
  readonly gaze: Gaze;
  readonly additivity: Additivity;
  readonly overTime: OverTime;
  /** Nothing can be said where there are no facts, instead of 0. */
  readonly nullable?: true;
}

/**
 * What is made of the facts of a group. Rollups store what `count`, `sum`, `overlap` and `max` name.
 *
 * Of what happens: `count`, `sum`, `distinct`, `quantile` (at the parameter `percentile`, interpolated between the two facts
 * around it), `max`, `age` (milliseconds since the latest) and `peak_per_second` (the most within one second).
 *
 * Of what lasts: `overlap` (milliseconds inside the bucket), `touching` (different things that lasted at any time of the bucket),
 * `at_end` (how many last at the bucket's end), `oldest` (how many milliseconds the longest of them has lasted by then) and
 * `peak` (the most at once).
 */
export const aggregates = {
  count: { gaze: 'points', additivity: 'additive', overTime: 'sum' },
  sum: { gaze: 'points', additivity: 'additive', overTime: 'sum' },
  distinct: { gaze: 'points', additivity: 'distinct', overTime: 'distinct' },
  quantile: { gaze: 'points', additivity: 'sketch', overTime: 'recomputed', nullable: true },
  max: { gaze: 'points', additivity: 'max', overTime: 'max', nullable: true },
  age: { gaze: 'points', additivity: 'gauge', overTime: 'at_end', nullable: true },
  peak_per_second: { gaze: 'seconds', additivity: 'max', overTime: 'max' },
  overlap: { gaze: 'parts', additivity: 'additive', overTime: 'sum' },
  touching: { gaze: 'parts', additivity: 'distinct', overTime: 'distinct' },
  at_end: { gaze: 'moments', additivity: 'gauge', overTime: 'at_end' },
  oldest: { gaze: 'moments', additivity: 'gauge', overTime: 'at_end' },
  peak: { gaze: 'sweep', additivity: 'max', overTime: 'max' },
} as const satisfies Readonly<Record<string, AggregateTraits>>;

export type AggregateName = keyof typeof aggregates;

const traits: Readonly<Record<AggregateName, AggregateTraits>> = aggregates;

/** How an aggregate looks at facts, and how its results add up. */
export function traitsOf(name: AggregateName): AggregateTraits {
  return traits[name];
}
