import type { ChartDrawing, DrawRequest } from '../drawing.js';
import type { Prepared } from '../prepared.js';
import { grid, timeAxis, valueAxes } from './axes.js';
import { calculated, legendOf } from './legend.js';
import { marks } from './marks.js';
import { unique } from './names.js';
import { endOf, linesOf } from './points.js';
import { isDashed, seriesOf } from './series.js';
import { timeTooltip } from './tooltip.js';

/** Lines and bars over time: stacked or not, thresholds across, what people noted as marks. */
export function timeseries(request: DrawRequest, { frames, palette }: Prepared): ChartDrawing {
  const { panel, range, annotations = [], width = 600 } = request;
  const lines = linesOf(frames);
  const names = unique(lines.map(({ field }) => field.title));
  const { axes, axisOf } = valueAxes(lines, request, palette);
  const bars = lines.filter(({ style }) => style === 'bars');
  // The first bucket may begin before the range and the last end after it: bars are drawn whole.
  const span = {
    from: Math.min(range.from, ...lines.flatMap(({ points }) => points[0]?.time ?? [])),
    to: Math.max(range.to, ...bars.map(endOf)),
  };
  const items = lines.map((line, index) => ({
    series: names[index] ?? '',
    name: line.field.title,
    color: line.style === 'bars' ? line.field.color : line.field.edge,
    edge: line.field.edge,
    dashed: isDashed(line),
    values: calculated(line.field, panel.options),
    links: line.field.links(),
  }));
  return {
    kind: 'chart',
    option: {
      animation: false,
      backgroundColor: 'transparent',
      grid,
      legend: { show: false, data: names },
      tooltip: timeTooltip(lines, names, request, palette),
      xAxis: timeAxis(span, request, palette),
      yAxis: axes.length > 0 ? axes : [{ type: 'value' }],
      series: [...seriesOf(lines, names, axisOf, width), ...marks(lines, axisOf, annotations, span, palette)],
    },
    ...legendOf(panel.options, items),
    links: Object.fromEntries(items.map(({ series, links }) => [series, links])),
    scale: null,
    overTime: true,
    needs: [],
    empty: !lines.some(({ points }) => points.some(({ value }) => value !== null)),
    label: [panel.title, ...names].join(', '),
  };
}
