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

/** Lines that are no data: thresholds across, and what people noted at a time; a series of its own, which no legend hides. */
export function marks(
  lines: readonly Line[],
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
  const limits = thresholdLines(lines, palette);
  if (noted.length + limits.length === 0) return [];
  return [
    {
      type: 'line',
      id: 'marks',
      data: [],
      markLine: {
        symbol: 'none',
        label: { show: false },
        animation: false,
        data: [...limits, ...noted],
        tooltip: { trigger: 'item', formatter: (pointed: unknown) => plain(textAt(pointed, 'name', '')) },
      },
      ...(spans.length > 0 && {
        markArea: { silent: true, label: { show: false }, itemStyle: { color, opacity: 0.12 }, data: spans },
      }),
    },
  ];
}

function thresholdLines(lines: readonly Line[], palette: Palette) {
  const field = lines.find((line) => line.style === 'line' || line.stack === null)?.field ?? lines[0]?.field;
  const mode = textAt(field?.custom, 'thresholdsStyle.mode', 'off');
  if (field === undefined || mode === 'off') return [];
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
