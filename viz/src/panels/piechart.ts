import type { ChartDrawing, DrawRequest, LegendItem } from '../drawing.js';
import { numbersOf, type Palette, type Prepared, type PreparedField } from '../prepared.js';
import { listAt, textAt } from '../read.js';
import { reduced } from '../reduce.js';
import { writeNumber } from '../units.js';
import { legendOf } from './legend.js';
import { unique } from './names.js';
import { plain, tooltipStyle } from './tooltip.js';

/** Parts of one whole, the largest first; what has no number has no slice. */
export function piechart({ panel, locale }: DrawRequest, prepared: Prepared): ChartDrawing {
  const { palette } = prepared;
  const calculations = listAt(panel.options, 'reduceOptions.calcs');
  const parts = numbersOf(prepared)
    .flatMap((field) => {
      const value = reduced(field.values, calculations);
      return value === null ? [] : [{ field, value }];
    })
    .sort((a, b) => b.value - a.value);
  const names = unique(parts.map(({ field }) => field.title));
  const whole = parts.reduce((sum, { value }) => sum + value, 0);
  const items = parts.map(({ field, value }, index) => {
    const percent = whole === 0 ? null : (value / whole) * 100;
    const text = field.show(value).text;
    const share = percent === null ? field.noValue : (writeNumber(percent, 'percent', 1, locale) ?? '');
    return { name: names[index] ?? '', field, value, text, share };
  });
  const shown = listAt(panel.options, 'legend.values');
  const legend = items.map(({ name, field, text, share }): LegendItem => ({
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
  const labels = listAt(panel.options, 'displayLabels');
  const told = new Map(items.map((item) => [item.name, item]));
  return {
    kind: 'chart',
    option: {
      animation: false,
      backgroundColor: 'transparent',
      legend: { show: false, data: names },
      tooltip: {
        ...tooltipStyle(palette),
        show: textAt(panel.options, 'tooltip.mode', 'single') !== 'none',
        trigger: 'item',
        formatter: (pointed: unknown) => {
          const item = told.get(textAt(pointed, 'name', ''));
          return item ? `${plain(item.name)}: ${plain(item.text)} (${item.share})` : '';
        },
      },
      series: [
        {
          type: 'pie',
          radius: textAt(panel.options, 'pieType', 'pie') === 'donut' ? ['50%', '92%'] : [0, '92%'],
          label: {
            show: labels.length > 0,
            position: 'inside',
            formatter: ({ name }) => {
              const item = told.get(name);
              const texts = { name: item?.name, value: item?.text, percent: item?.share };
              return labels.flatMap((label) => (isLabel(label) ? plain(texts[label] ?? '') : [])).join('\n');
            },
          },
          labelLine: { show: false },
          itemStyle: { borderColor: palette.background, borderWidth: 1 },
          emphasis: { scale: false },
          data: items.map(({ name, value, field }) => ({ name, value, itemStyle: sliceOf(field, palette) })),
        },
      ],
    },
    ...legendOf(panel.options, legend),
    links: Object.fromEntries(legend.map(({ series, links }) => [series, links])),
    scale: null,
    overTime: false,
    needs: [],
    empty: parts.length === 0,
    label: [panel.title, ...items.map(({ name, text }) => `${name} ${text}`)].join(', '),
  };
}

function isLabel(label: unknown): label is 'name' | 'value' | 'percent' {
  return label === 'name' || label === 'value' || label === 'percent';
}

/** Slices are parted by the page's ground; a pale one, which that would dissolve in, by an edge of its own. */
function sliceOf({ color, edge }: PreparedField, { background }: Palette) {
  return { color, borderColor: edge === color ? background : edge };
}
