import { type Drawing, type DrawRequest, UnknownPanel } from './drawing.js';
import { barGaugeModel } from './models/bar-gauge.js';
import { statModel } from './models/stat.js';
import { tableModel } from './models/table.js';
import { barchart } from './panels/barchart.js';
import { geomap } from './panels/geomap.js';
import { heatmap } from './panels/heatmap.js';
import { piechart } from './panels/piechart.js';
import { stateTimeline } from './panels/state-timeline.js';
import { timeseries } from './panels/timeseries.js';
import { prepare } from './prepare.js';
import type { Prepared } from './prepared.js';
import { momentLabel } from './ticks.js';

type Draw = (request: DrawRequest, prepared: Prepared) => Drawing;

const drawers: Readonly<Record<string, Draw>> = {
  timeseries,
  piechart,
  barchart,
  geomap,
  heatmap,
  'state-timeline': stateTimeline,
  stat: ({ panel }, prepared) => {
    const model = statModel(panel.options, prepared);
    const told = model.tiles.map(({ name, text }) => `${name} ${text}`);
    return { kind: 'stat', model, empty: model.tiles.length === 0, label: [panel.title, ...told].join(', ') };
  },
  bargauge: ({ panel }, prepared) => {
    const model = barGaugeModel(panel.options, prepared);
    const told = model.bars.map(({ name, text }) => `${name} ${text}`);
    return { kind: 'bargauge', model, empty: model.bars.length === 0, label: [panel.title, ...told].join(', ') };
  },
  table: ({ panel }, prepared) => {
    const model = tableModel(panel.options, prepared);
    return { kind: 'table', model, empty: model.rows.length === 0, label: panel.title ?? '' };
  },
};

/** The panel types that can be drawn. */
export const drawn: readonly string[] = Object.keys(drawers);

/**
 * A panel drawn from its frames: a chart option, or a plain model that the page lays out.
 * @throws UnknownPanel naming the type; Error where the panel transforms its frames, which no board does
 */
export function drawPanel(request: DrawRequest): Drawing {
  const { panel } = request;
  const draw = Object.hasOwn(drawers, panel.type) ? drawers[panel.type] : undefined;
  if (!draw) throw new UnknownPanel(panel.type);
  const [transformation] = panel.transformations ?? [];
  if (transformation) throw new Error(`The transformation "${transformation.id}" is not known here.`);
  const drawing = draw(request, prepare(request));
  return drawing.kind === 'chart' ? { ...drawing, label: `${drawing.label}, ${rangeOf(request)}` } : drawing;
}

/** From when to when, for those who cannot see an axis. */
function rangeOf({ range, timeZone, locale }: DrawRequest): string {
  return [range.from, range.to].map((time) => momentLabel(time, false, timeZone, locale)).join(' – ');
}
