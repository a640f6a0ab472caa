import { getMap, init, registerMap } from 'echarts';
import type { ChartDrawing } from '../drawing.js';
import type { Palette } from '../prepared.js';
import { registerWorld } from '../world.js';
import { round } from './element.js';
import { legendSvg } from './legend.js';
import type { Place } from './place.js';

/** A chart with its legend beside or below it. */
export function chartSvg(drawing: ChartDrawing, palette: Pick<Palette, 'text' | 'faint'>, place: Place): string {
  const legend = legendSvg(drawing, palette, place);
  const isRight = drawing.scale === null && drawing.legendPlacement === 'right';
  const room = {
    width: place.width - (isRight ? legend.width : 0),
    height: place.height - (isRight ? 0 : legend.height),
  };
  const [x, y] = isRight ? [room.width, Math.max((place.height - legend.height) / 2, 0)] : [0, room.height];
  return `${drawn(drawing, room)}<g transform="translate(${round(x)} ${round(y)})">${legend.svg}</g>`;
}

function drawn({ option, needs }: ChartDrawing, place: Place): string {
  if (needs.includes('world')) registerWorld({ getMap, registerMap });
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...place });
  try {
    chart.setOption(option);
    return chart.renderToSVGString();
  } finally {
    // A chart that is not disposed of keeps the process alive.
    chart.dispose();
  }
}
