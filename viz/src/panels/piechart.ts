import type { PieSeriesOption } from 'echarts';
import type { ChartDrawing, DrawRequest, LegendItem } from '../drawing.js';
import { numbersOf, type Palette, type Prepared, type PreparedField } from '../prepared.js';
import { listAt, textAt } from '../read.js';
import { reduced } from '../reduce.js';
import { writeNumber } from '../units.js';
import { legendOf } from './legend.js';
import { unique } from './names.js';
import { plain, tooltipStyle } from './tooltip.js';

/** A slice: what it is called, how much it is, and that in words. */
interface Slice {
  readonly name: string;
  readonly field: PreparedField;
  readonly value: number;
  readonly text: string;
  readonly share: string;
}

/** Parts of one whole, the largest first; what has no number has no slice. */
export function piechart({ panel, locale }: DrawRequest, prepared: Prepared): ChartDrawing {
  const { palette } = prepared;
  const slices = slicesOf(prepared, panel.options, locale);
  const legend = legendItems(slices, panel.options);
  const told = new Map(slices.map((slice) => [slice.name, slice]));
  return {
    kind: 'chart',
    option: {
      animation: false,
      backgroundColor: 'transparent',
      legend: { show: false, data: slices.map(({ name }) => name) },
      tooltip: {
        ...tooltipStyle(palette),
        show: textAt(panel.options, 'tooltip.mode', 'single') !== 'none',
        trigger: 'item',
        formatter: (pointed: unknown) => {
          const slice = told.get(textAt(pointed, 'name', ''));
          return slice ? `${plain(slice.name)}: ${plain(slice.text)} (${slice.share})` : '';
        },
      },
      series: [pie(slices, told, panel.options, palette)],
    },
    ...legendOf(panel.options, legend),
    links: Object.fromEntries(legend.map(({ series, links }) => [series, links])),
    scale: null,
    overTime: false,
    needs: [],
    empty: slices.length === 0,
    label: [panel.title, ...slices.map(({ name, text }) => `${name} ${text}`)].join(', '),
  };
}

function slicesOf(prepared: Prepared, options: unknown, locale: string): Slice[] {
  const calculations = listAt(options, 'reduceOptions.calcs');
  const parts = numbersOf(prepared)
    .flatMap((field) => {
      const value = reduced(field.values, calculations);
      return value === null ? [] : [{ field, value }];
    })
    .sort((a, b) => b.value - a.value);
  const names = unique(parts.map(({ field }) => field.title));
  const whole = parts.reduce((sum, { value }) => sum + value, 0);
  return parts.map(({ field, value }, index) => {
    const percent = whole === 0 ? null : (value / whole) * 100;
    const share = percent === null ? field.noValue : (writeNumber(percent, 'percent', 1, locale) ?? '');
    return { name: names[index] ?? '', field, value, text: field.show(value).text, share };
  });
}

function legendItems(slices: readonly Slice[], options: unknown): LegendItem[] {
  const shown = listAt(options, 'legend.values');
  return slices.map(({ name, field, text, share }) => ({
    series: name,
    name: field.title,
    color: field.color,
    edge: field.edge,
    dashed: false,
    values: [
      ...(shown.includes('value') ? [{ told: 'value' as const, text }] : []),
      ...(shown.includes('percent') ? [{ told: 'percent' as const, text: share }] : []),
    ],
    links: field.links(),
  }));
}

function pie(
  slices: readonly Slice[],
  told: ReadonlyMap<string, Slice>,
  options: unknown,
  palette: Palette,
): PieSeriesOption {
  const labels = listAt(options, 'displayLabels');
  return {
    type: 'pie',
    radius: textAt(options, 'pieType', 'pie') === 'donut' ? ['50%', '92%'] : [0, '92%'],
    label: {
      show: labels.length > 0,
      position: 'inside',
      formatter: ({ name }) => {
        const slice = told.get(name);
        const texts = { name: slice?.name, value: slice?.text, percent: slice?.share };
        return labels.flatMap((label) => (isLabel(label) ? plain(texts[label] ?? '') : [])).join('\n');
      },
    },
    labelLine: { show: false },
    itemStyle: { borderColor: palette.background, borderWidth: 1 },
    emphasis: { scale: false },
    data: slices.map(({ name, value, field }) => ({ name, value, itemStyle: sliceStyle(field, palette) })),
  };
}

function isLabel(label: unknown): label is 'name' | 'value' | 'percent' {
  return label === 'name' || label === 'value' || label === 'percent';
}

/** Slices are parted by the page's ground; a pale one, which that would dissolve in, by an edge of its own. */
function sliceStyle({ color, edge }: PreparedField, { background }: Palette) {
  return { color, borderColor: edge === color ? background : edge };
}
