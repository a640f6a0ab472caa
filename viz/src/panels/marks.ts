import type { LineSeriesOption } from 'echarts';
import type { Span } from '../dashboard.js';
import type { Annotation } from '../drawing.js';
import { visible } from '../legible.js';
import type { Palette } from '../prepared.js';
import { textAt } from '../read.js';
import type { Line } from './points.js';
import { plain } from './tooltip.js';

/** The colour of what people noted, as the boards' own annotations have it. */
const NOTED = 'purple';

/** Lines that are no data: thresholds across, and what people noted at a time; series of their own, which no legend hides. */
export function marks(
  lines: readonly Line[],
  axisOf: (line: Line) => number,
  annotations: readonly Annotation[],
  range: Span,
  palette: Palette,
): LineSeriesOption[] {
  const within = annotations.filter(({ time, timeEnd }) => time < range.to && (timeEnd ?? time) >= range.from);
  const color = palette.named(NOTED);
  const noted = within.map(({ time, text }) => ({
    xAxis: time,
    name: text,
    lineStyle: { color, type: 'dashed' as const, width: 1 },
  }));
  const spans = within.flatMap(({ time, timeEnd, text }) =>
    timeEnd === undefined
      ? []
      : [[{ xAxis: time, name: text }, { xAxis: Math.min(timeEnd, range.to) }] as [object, object]],
  );
  const across = limits(lines, axisOf, palette);
  if (within.length === 0) return across;
  const areas = { silent: true, label: { show: false }, itemStyle: { color, opacity: 0.12 }, data: spans };
  return [
    ...across,
    {
      type: 'line',
      id: 'marks',
      data: [],
      markLine: { ...drawn, data: noted },
      ...(spans.length > 0 && { markArea: areas }),
    },
  ];
}

/** How lines look that are no data. */
const drawn = {
  symbol: 'none',
  label: { show: false },
  animation: false,
  tooltip: { trigger: 'item' as const, formatter: (pointed: unknown) => plain(textAt(pointed, 'name', '')) },
};

/** Thresholds across, on the axis of the numbers that they are for. */
function limits(lines: readonly Line[], axisOf: (line: Line) => number, palette: Palette): LineSeriesOption[] {
  const axes = [...new Set(lines.map(axisOf))];
  return axes.flatMap((yAxisIndex) => {
    const data = thresholdLines(
      lines.filter((line) => axisOf(line) === yAxisIndex),
      palette,
    );
    return data.length === 0
      ? []
      : [{ type: 'line' as const, id: `limits ${yAxisIndex}`, yAxisIndex, data: [], markLine: { ...drawn, data } }];
  });
}

function thresholdLines(lines: readonly Line[], palette: Palette) {
  const modeOf = ({ field }: Line) => textAt(field.custom, 'thresholdsStyle.mode', 'off');
  const line = lines.find((one) => modeOf(one) !== 'off');
  if (line === undefined) return [];
  const [{ field }, mode] = [line, modeOf(line)];
  return field.thresholds
    .filter(({ value }) => Number.isFinite(value))
    .map(({ value, color }) => ({
      yAxis: value,
      name: field.show(value).text,
      lineStyle: {
        color: visible(color, palette.background),
        type: mode === 'dashed' ? ('dashed' as const) : ('solid' as const),
        width: 1,
      },
    }));
}
