import { getMap, init, registerMap } from 'echarts';
import type { ChartDrawing } from './drawing.js';
import { registerWorld } from './world.js';

export interface SvgSize {
  readonly width: number;
  readonly height: number;
}

/**
 * A drawn chart as a standing picture for a mail or a page of paper, with its legend, a title and a description. Not to be
 * put into a page as it is: it brings styles of its own.
 */
export function toSvg(drawing: ChartDrawing, title: string, { width, height }: SvgSize): string {
  if (drawing.needs.includes('world')) registerWorld({ getMap, registerMap });
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption(withLegend(drawing));
    return labelled(chart.renderToSVGString(), title, drawing.label);
  } finally {
    // A chart that is not disposed of keeps the process alive.
    chart.dispose();
  }
}

function withLegend({ option, legend, legendPlacement }: ChartDrawing): ChartDrawing['option'] {
  if (legend.length === 0) return option;
  const names = new Map(
    legend.map((item) => [item.series, [item.name, ...item.values.map(({ text }) => text)].join('  ')]),
  );
  const right = legendPlacement === 'right';
  return {
    ...option,
    legend: {
      show: true,
      type: 'plain',
      data: [...names.keys()],
      formatter: (name: string) => names.get(name) ?? name,
      ...(right ? { orient: 'vertical', right: 8, top: 'middle' } : { bottom: 4 }),
    },
    ...('grid' in option && { grid: { ...option.grid, bottom: right ? 4 : 36 } }),
    ...(right && option.series && { series: shifted(option.series) }),
  };
}

type Series = NonNullable<ChartDrawing['option']['series']>;

/** A pie makes room for what stands at its right. */
function shifted(series: Series): Series {
  return [series].flat().map((one) => (one.type === 'pie' ? { ...one, center: ['30%', '50%'] } : one));
}

function labelled(svg: string, title: string, description: string): string {
  const open = svg.indexOf('>');
  const told = `<title>${escape(title)}</title><desc>${escape(description)}</desc>`;
  return `${svg.slice(0, open)} role="img"${svg.slice(open, open + 1)}${told}${svg.slice(open + 1)}`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
