import type { EChartsOption, GridComponentOption } from 'echarts';
import type { Span } from '../dashboard.js';
import type { DrawRequest } from '../drawing.js';
import { extent } from '../extent.js';
import type { Palette } from '../prepared.js';
import { at, numberAt } from '../read.js';
import { durationStep, tickLabel, tickStep, timeTicks } from '../ticks.js';
import { writeNumber } from '../units.js';
import { type Line, stackKey, totals } from './points.js';

/** Pixels that the label of a tick needs. */
const ROOM_OF_A_TICK = 76;
const VALUE_TICKS = 4;
/** Percent of a whole. */
const WHOLE = 100;

/** Labels lie within: the grid takes what they leave. */
export const grid: GridComponentOption = {
  left: 6,
  right: 14,
  top: 12,
  bottom: 4,
  outerBoundsMode: 'same',
  outerBoundsContain: 'axisLabel',
};

type Axis<Name extends 'xAxis' | 'yAxis'> = Either<Exclude<NonNullable<EChartsOption[Name]>, readonly unknown[]>>;
/** An axis of values can lie as well as stand. */
type Either<One> = One extends unknown ? Omit<One, 'mainType'> : never;

/** An axis of time with ticks where clocks of the zone show round times. */
export function timeAxis(
  span: Span,
  { timeZone, locale, width }: Pick<DrawRequest, 'timeZone' | 'locale' | 'width'>,
  palette: Palette,
): Axis<'xAxis'> {
  const step = tickStep(span, (width ?? 600) / ROOM_OF_A_TICK);
  const customValues = timeTicks(span, step, timeZone);
  return {
    type: 'time',
    min: span.from,
    max: span.to,
    axisTick: { customValues, lineStyle: { color: palette.grid } },
    axisLabel: {
      customValues,
      formatter: (tick: number) => tickLabel(tick, step, timeZone, locale),
      hideOverlap: true,
      color: palette.faint,
    },
    axisLine: { onZero: false, lineStyle: { color: palette.grid } },
    splitLine: { show: false },
    axisPointer: { label: { show: false }, lineStyle: { color: palette.faint } },
  };
}

/** An axis with a name for each row. */
export function rowAxis(names: readonly string[], palette: Palette) {
  return {
    type: 'category' as const,
    data: [...names],
    axisTick: { show: false },
    axisLine: { show: false },
    axisLabel: { color: palette.text, width: 140, overflow: 'truncate' as const, hideOverlap: true },
  };
}

/** An axis for each unit that the lines have: the first at the left, the others at the right. */
export function valueAxes(
  lines: readonly Line[],
  { locale }: Pick<DrawRequest, 'locale'>,
  palette: Palette,
): { readonly axes: Axis<'yAxis'>[]; readonly axisOf: (line: Line) => number } {
  const units = [...new Set(lines.map(unitOf))];
  const axes = units.map((unit, index) => {
    const those = lines.filter((line) => unitOf(line) === unit);
    return valueAxis(those, unit, index === 0 ? 'left' : 'right', locale, palette);
  });
  return { axes, axisOf: (line) => units.indexOf(unitOf(line)) };
}

function unitOf({ field, percent }: Line): string {
  return percent ? 'percent' : field.unit;
}

function valueAxis(
  lines: readonly Line[],
  unit: string,
  position: 'left' | 'right',
  locale: string,
  palette: Palette,
): Axis<'yAxis'> {
  const shares = lines.some(({ percent }) => percent);
  const max = shares ? 100 : most(lines.map(({ field }) => field.max));
  const min = least(lines.map(({ field }) => field.min));
  const fromZero = lines.every(
    ({ field, style }) => style === 'bars' || at(field.custom, 'axisSoftMin') === 0 || field.min !== null,
  );
  const whole = lines.every(({ field }) => field.decimals === 0) && unit !== 's';
  const soft = Math.max(...lines.flatMap(({ field }) => numberAt(field.custom, 'axisSoftMax') ?? []));
  const top = Math.max(highest(lines), soft);
  const end = topOf(max, top, unit);
  const digits = digitsOf(top / VALUE_TICKS);
  const isWhole = unit === 'percent' && end === WHOLE && (min ?? 0) === 0;
  const interval = unit === 's' ? durationStep(top, VALUE_TICKS) : isWhole ? WHOLE / VALUE_TICKS : undefined;
  return {
    type: 'value',
    position,
    // Zero is always within, unless nothing asks for it.
    scale: !fromZero,
    ...softMinimum(lines),
    ...(min !== null && { min }),
    ...(interval !== undefined && { interval, max: Math.ceil(top / interval) * interval }),
    ...(Number.isFinite(soft) && { max: ({ max: most }: { max: number }) => Math.max(most, soft) }),
    ...(end !== undefined && { max: end }),
    ...(whole && !shares && { minInterval: 1 }),
    splitNumber: VALUE_TICKS,
    axisLabel: {
      color: palette.faint,
      formatter: (value: number) => axisText(value, unit, digits, locale),
      hideOverlap: true,
    },
    splitLine: { show: position === 'left', lineStyle: { color: palette.grid } },
  };
}

/** Shares that nearly reach the whole end at it; else the axis ends where it likes, or at a whole step. */
function topOf(max: number | null, highest: number, unit: string): number | undefined {
  if (max !== null) return max;
  return unit === 'percent' && highest > 80 && highest <= WHOLE ? WHOLE : undefined;
}

/** A lowest value other than zero that the axis begins at, unless a number is lower. */
function softMinimum(lines: readonly Line[]): { min?: (extent: { min: number }) => number } {
  const soft = least(lines.map(({ field }) => numberAt(field.custom, 'axisSoftMin')));
  return soft === null || soft === 0 ? {} : { min: ({ min }) => Math.min(min, soft) };
}

function axisText(value: number, unit: string, digits: number | null, locale: string): string {
  return writeNumber(value, unit, digits, locale) ?? writeNumber(value, 'locale', digits, locale) ?? String(value);
}

/** Digits behind the point that tell small steps apart; null where the unit's own do. */
function digitsOf(step: number): number | null {
  const digits = step > 0 ? -Math.floor(Math.log10(step)) : 0;
  return digits > 2 ? digits : null;
}

function highest(lines: readonly Line[]): number {
  const sums = totals(lines);
  const values = lines.flatMap(({ points, stack }) =>
    points.map(({ x, value }) => (stack === null ? (value ?? 0) : (sums.get(stackKey(stack, x, value ?? 0)) ?? 0))),
  );
  return Math.max(0, extent(values)[1]);
}

function most(values: readonly (number | null)[]): number | null {
  return values.reduce(
    (max, value) => (max === null || value === null ? null : Math.max(max, value)),
    values[0] ?? null,
  );
}

function least(values: readonly (number | null)[]): number | null {
  return values.reduce(
    (min, value) => (min === null || value === null ? null : Math.min(min, value)),
    values[0] ?? null,
  );
}
