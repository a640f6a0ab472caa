import { finite, type NumberField, type PreparedField, type PreparedFrame } from '../prepared.js';
import { at, numberAt, textAt } from '../read.js';

export interface Point {
  /** Start of the bucket. */
  readonly time: number;
  /** Where it is drawn: bars stand in the middle of their bucket. */
  readonly x: number;
  readonly value: number | null;
}

/** A column of numbers over time. */
export interface Line {
  readonly field: NumberField;
  readonly points: readonly Point[];
  readonly style: 'line' | 'bars';
  /** Lines of one name stand on one another. */
  readonly stack: string | null;
  readonly percent: boolean;
}

/** Milliseconds that a bucket lasts where only one is known of. */
const ALONE = 3_600_000;

/** The columns of numbers of all frames that have a time, each with its own times. */
export function linesOf(frames: readonly PreparedFrame[]): Line[] {
  const told = frames.flatMap(({ fields }) => {
    const time = fields.find(({ type }) => type === 'time');
    return time === undefined
      ? []
      : fields.flatMap((field) => (field.type === 'number' ? [{ field: { ...field, type: field.type }, time }] : []));
  });
  const centred = told.some(({ field }) => styleOf(field) === 'bars');
  return told.map(({ field, time }) => {
    const mode = textAt(field.custom, 'stacking.mode', 'none');
    const style = styleOf(field);
    return {
      field,
      points: pointsOf(field, time, centred),
      style,
      stack: mode === 'none' ? null : `${mode} ${textAt(field.custom, 'stacking.group', 'A')} ${style} ${field.unit}`,
      percent: mode === 'percent',
    };
  });
}

function styleOf({ custom }: PreparedField): Line['style'] {
  return textAt(custom, 'drawStyle', 'line') === 'bars' ? 'bars' : 'line';
}

function pointsOf(field: NumberField, time: PreparedField, centred: boolean): Point[] {
  const times = time.values.map((value) => finite(value) ?? NaN);
  const points = times.map((start, index) => {
    const end = endAt(time, times, index);
    return { time: start, x: centred ? (start + end) / 2 : start, value: finite(field.values[index]) };
  });
  return bridged(points, at(field.custom, 'spanNulls'));
}

/** Where a bucket ends: at the next one's begin; the last is as long as the service says, else as the one before. */
export function endAt({ interval }: PreparedField, times: readonly number[], index: number): number {
  const [before, start = NaN, next] = [times[index - 1], times[index], times[index + 1]];
  return next ?? start + (interval ?? (before === undefined ? ALONE : start - before));
}

/** Gaps that are shorter than so many milliseconds are no gaps: what has no number in them goes, and the line goes on. */
function bridged(points: readonly Point[], spanNulls: unknown): Point[] {
  const most = spanNulls === true ? Infinity : typeof spanNulls === 'number' ? spanNulls : 0;
  if (most <= 0) return [...points];
  const nextKnown = new Array<number>(points.length).fill(Infinity);
  for (let index = points.length - 2; index >= 0; index--) {
    const next = points[index + 1];
    nextKnown[index] = next?.value != null ? next.time : (nextKnown[index + 1] ?? Infinity);
  }
  let lastKnown = -Infinity;
  return points.filter(({ time, value }, index) => {
    if (value !== null) lastKnown = time;
    return value !== null || !((nextKnown[index] ?? Infinity) - lastKnown < most);
  });
}

/** The end of the last bucket that is drawn. */
export function endOf({ points }: Line): number {
  const last = points.at(-1);
  return last === undefined ? -Infinity : last.x + (last.x - last.time);
}

/** Of each stack and time, what all its values come to; bars and lines above zero and below stack apart. */
export function totals(lines: readonly Line[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { points, stack } of lines) {
    if (stack === null) continue;
    for (const { x, value } of points) {
      const key = stackKey(stack, x, value ?? 0);
      sums.set(key, (sums.get(key) ?? 0) + (value ?? 0));
    }
  }
  return sums;
}

/** Names what a value stands on: its stack at its place, above or below zero. */
export function stackKey(stack: string, x: number, value: number): string {
  return `${stack} ${x} ${value < 0 ? '-' : '+'}`;
}

/** How wide the line is drawn, in pixels. */
export function widthOf({ field, style }: Line): number {
  return numberAt(field.custom, 'lineWidth') ?? (style === 'bars' ? 0 : 1);
}
