import type { BarSeriesOption } from 'echarts';
import type { ChartDrawing, DrawRequest, LegendItem } from '../drawing.js';
import { legible, visible } from '../legible.js';
import type { Prepared } from '../prepared.js';
import { at, numberAt, textAt } from '../read.js';
import { grid, valueAxes } from './axes.js';
import { type Bars, barsOf } from './bar-values.js';
import { calculated, legendOf } from './legend.js';
import { unique } from './names.js';
import { type Line, totals } from './points.js';
import { drawnValue, edgeOf } from './series.js';
import { plain, tooltipStyle } from './tooltip.js';

/** Pixels of a letter, about. */
const LETTER = 7;
const LETTER_HEIGHT = 13;

/** Bars side by side or on one another, a group of them for each row of a table. */
export function barchart(request: DrawRequest, prepared: Prepared): ChartDrawing {
  const { panel, width = 600, height = 300 } = request;
  const { palette } = prepared;
  const { options } = panel;
  const bars = barsOf(prepared, options);
  const { lines, categories } = bars;
  const names = unique(lines.map(({ field }) => field.title));
  const wanted = textAt(options, 'orientation', 'auto');
  const horizontal = wanted === 'horizontal' || (wanted === 'auto' && height > width);
  const { axes, axisOf } = valueAxes(lines, request, palette);
  // The library draws no bars without an axis of values, even where there is nothing to measure.
  const values = axes.length > 0 ? axes : [{ type: 'value' as const }];
  const rows = {
    type: 'category' as const,
    data: [...categories],
    inverse: horizontal,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: palette.grid } },
    axisLabel: { color: palette.text, ...letters(options, horizontal) },
  };
  const items = legendItems(bars, names, options);
  const room = horizontal ? height : width;
  const pointed = textAt(options, 'tooltip.mode', 'single');
  const sort = textAt(options, 'tooltip.sort', 'none');
  return {
    kind: 'chart',
    option: {
      animation: false,
      backgroundColor: 'transparent',
      grid,
      legend: { show: false, data: names },
      tooltip: {
        ...tooltipStyle(palette),
        show: pointed !== 'none',
        trigger: pointed === 'multi' ? 'axis' : 'item',
        formatter: (found: unknown) => told(found, bars, names, sort),
      },
      ...(horizontal
        ? { yAxis: rows, xAxis: values.map((axis, index) => ({ ...axis, position: index === 0 ? 'bottom' : 'top' })) }
        : { xAxis: rows, yAxis: values }),
      series: seriesOf(bars, names, axisOf, {
        horizontal,
        options,
        room,
        color: palette.text,
        ground: palette.background,
      }),
    },
    ...legendOf(options, items),
    scale: null,
    overTime: false,
    links: Object.fromEntries([
      ...items.map(({ series, links }) => [series, links] as const),
      ...bars.links.map((links, row) => [categories[row] ?? '', links] as const),
    ]),
    needs: [],
    empty: !lines.some(({ points }) => points.some(({ value }) => value !== null)),
    label: [panel.title, ...(bars.single ? categories : names)].join(', '),
  };
}

interface Look {
  readonly horizontal: boolean;
  readonly options: unknown;
  /** Pixels along the axis of the rows. */
  readonly room: number;
  readonly color: string;
  readonly ground: string;
}

function seriesOf(bars: Bars, names: readonly string[], axisOf: (line: Line) => number, look: Look): BarSeriesOption[] {
  const { lines, categories, colors } = bars;
  const { horizontal, options, room, color, ground } = look;
  const sums = totals(lines);
  const group = numberAt(options, 'groupWidth') ?? 0.7;
  const bar = numberAt(options, 'barWidth') ?? 0.97;
  const side = lines.some(({ stack }) => stack === null) ? lines.length : 1;
  const thick = (room / Math.max(categories.length, 1) / Math.max(side, 1)) * group * bar;
  const texts = textAt(options, 'showValue', 'auto');
  const fontSize = numberAt(options, 'text.valueSize') ?? 11;
  return lines.map((line, index) => {
    const longest = Math.max(...line.points.map(({ value }) => line.field.show(value).text.length), 0);
    const fits = thick >= (horizontal ? LETTER_HEIGHT : longest * LETTER);
    return {
      type: 'bar',
      name: names[index] ?? '',
      color: line.field.color,
      [horizontal ? 'xAxisIndex' : 'yAxisIndex']: axisOf(line),
      ...(line.stack !== null && { stack: line.stack }),
      data: line.points.map((point, row) => {
        const value = drawnValue(line, point, sums);
        return {
          name: categories[row] ?? '',
          value: horizontal ? [value, row] : [row, value],
          ...(colors && { itemStyle: ownColor(colors[row] ?? line.field.color, ground) }),
        };
      }),
      barCategoryGap: `${Math.round((1 - group) * 100)}%`,
      barGap: `${Math.round((1 / bar - 1) * 100)}%`,
      itemStyle: {
        opacity: (numberAt(line.field.custom, 'fillOpacity') ?? 80) / 100,
        ...edgeOf(line),
      },
      label: {
        show: texts === 'always' || (texts === 'auto' && fits),
        position: line.stack === null ? (horizontal ? 'right' : 'top') : 'inside',
        formatter: ({ dataIndex }) => plain(line.field.show(line.points[dataIndex]?.value ?? null).text),
        fontSize,
        color: line.stack === null ? color : legible(color, line.field.color),
      },
    };
  });
}

function ownColor(color: string, ground: string) {
  return { color, borderColor: visible(color, ground) };
}

/** How the rows' names are written: turned, and cut where they are longer than the panel wants. */
function letters(options: unknown, horizontal: boolean) {
  const most = numberAt(options, 'xTickLabelMaxLength');
  return {
    // Grafana turns clockwise, the library does not.
    rotate: horizontal ? 0 : -(numberAt(options, 'xTickLabelRotation') ?? 0),
    interval: 0,
    hideOverlap: true,
    ...(most !== null && {
      formatter: (name: string) => (name.length > most ? `${name.slice(0, Math.max(most, 1))}…` : name),
    }),
  };
}

function legendItems({ lines, single }: Bars, names: readonly string[], options: unknown): LegendItem[] {
  if (single) return [];
  return lines.map(({ field }, index) => ({
    series: names[index] ?? '',
    name: field.title,
    color: field.color,
    edge: field.edge,
    dashed: false,
    values: calculated(field, options),
    links: field.links(),
  }));
}

function told(pointed: unknown, { lines, categories }: Bars, names: readonly string[], sort: string): string {
  const all = [pointed].flat();
  const row = Number(at(all[0], 'dataIndex'));
  const found = all.flatMap((one) => {
    const index = Number(at(one, 'seriesIndex'));
    const line = lines[index];
    const value = line?.points[row]?.value ?? null;
    return line
      ? [{ text: `${names[index]}: ${line.field.show(value).text}`, value, marker: textAt(one, 'marker', '') }]
      : [];
  });
  const sign = sort === 'asc' ? 1 : sort === 'desc' ? -1 : 0;
  found.sort((a, b) => sign * ((a.value ?? -Infinity) - (b.value ?? -Infinity)) || 0);
  return [plain(categories[row] ?? ''), ...found.map(({ marker, text }) => `${marker}${plain(text)}`)].join('\n');
}
