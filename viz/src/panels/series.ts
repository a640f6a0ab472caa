import type { BarSeriesOption, LineSeriesOption } from 'echarts';
import { at, listAt, numberAt, textAt } from '../read.js';
import { type Line, type Point, stackKey, totals, widthOf } from './points.js';

/** Pixels that a point needs so that each can have its mark. */
const ROOM_OF_A_POINT = 14;
const MARK = 5;

/** The lines and bars of a chart, in the order of the lines; on the axis of each line's unit. */
export function seriesOf(
  lines: readonly Line[],
  names: readonly string[],
  axisOf: (line: Line) => number,
  width: number,
): (BarSeriesOption | LineSeriesOption)[] {
  const sums = totals(lines);
  const centred = lines.some(({ style }) => style === 'bars');
  return lines.map((line, index) => {
    const shared = {
      name: names[index] ?? line.field.title,
      yAxisIndex: axisOf(line),
      color: line.field.color,
      ...(line.stack !== null && { stack: line.stack }),
      data: line.points.map((point) => [point.x, drawnValue(line, point, sums)]),
    };
    return line.style === 'bars' ? bars(line, shared) : curve(line, shared, centred, width);
  });
}

type Shared = Pick<LineSeriesOption, 'name' | 'yAxisIndex' | 'color' | 'stack'> & { data: (number | null)[][] };

/** Of a stack of shares, the part of the whole from 0 to 100. */
export function drawnValue(
  { stack, percent }: Line,
  { x, value }: Point,
  sums: ReadonlyMap<string, number>,
): number | null {
  if (!percent || stack === null || value === null) return value;
  const whole = Math.abs(sums.get(stackKey(stack, x, value)) ?? 0);
  return whole === 0 ? 0 : (value / whole) * 100;
}

function bars(line: Line, { data, ...shared }: Shared): BarSeriesOption {
  const { custom } = line.field;
  const gap = 1 - (numberAt(custom, 'barWidthFactor') ?? 0.6);
  return {
    type: 'bar',
    ...shared,
    data: data.length === 1 ? withNeighbour(line, data) : data,
    barCategoryGap: `${Math.round(gap * 100)}%`,
    barGap: '0%',
    itemStyle: {
      opacity: (numberAt(custom, 'fillOpacity') ?? 100) / 100,
      ...edgeOf(line),
    },
  };
}

/** As the panel says; a pale bar has one in any case. */
export function edgeOf(line: Line): { readonly borderWidth: number; readonly borderColor: string } {
  const { color, edge } = line.field;
  return { borderWidth: Math.max(widthOf(line), edge === color ? 0 : 1), borderColor: edge };
}

/** A bar is as wide as the distance to the next: a single one needs a neighbour, which has nothing to show. */
function withNeighbour({ points }: Line, data: Shared['data']): Shared['data'] {
  const [only] = points;
  return only ? [...data, [only.x + 2 * (only.x - only.time), null]] : data;
}

function curve(line: Line, shared: Shared, centred: boolean, width: number): LineSeriesOption {
  const { custom, color, edge } = line.field;
  const shape = textAt(custom, 'lineInterpolation', 'linear');
  const dash = listAt(custom, 'lineStyle.dash').filter((part) => typeof part === 'number');
  const dashed = isDashed(line);
  const fill = (numberAt(custom, 'fillOpacity') ?? 0) / 100;
  return {
    type: 'line',
    ...shared,
    connectNulls: false,
    showSymbol: true,
    symbol: 'circle',
    symbolSize: markSizes(line, width),
    ...(shape === 'stepAfter' && { step: centred ? 'middle' : 'end' }),
    ...(shape === 'smooth' && { smooth: true, smoothMonotone: 'x' }),
    lineStyle: { width: widthOf(line), color: edge, type: dashed ? (dash.length > 0 ? dash : 'dashed') : 'solid' },
    itemStyle: { color: edge },
    ...(fill > 0 && { areaStyle: { opacity: fill, color } }),
    emphasis: { disabled: true },
  };
}

/** Whether the panel asks for a dashed line. */
export function isDashed({ field }: Line): boolean {
  return at(field.custom, 'lineStyle.fill') === 'dash';
}

/** A point between two gaps has a mark in any case: without one it could not be seen. */
function markSizes({ field, points }: Line, width: number): (value: unknown, point: { dataIndex: number }) => number {
  const marks = textAt(field.custom, 'showPoints', 'auto');
  const known = points.filter(({ value }) => value !== null).length;
  const all = marks === 'always' || (marks === 'auto' && known * ROOM_OF_A_POINT <= width);
  return (_value, { dataIndex }) => {
    const alone = points[dataIndex - 1]?.value == null && points[dataIndex + 1]?.value == null;
    return all || alone ? MARK : 0;
  };
}
