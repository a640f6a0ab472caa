import type { ChartDrawing, ColorScale, LegendItem } from '../drawing.js';
import type { Palette } from '../prepared.js';
import { box, cut, SMALL, widthOf, words } from './element.js';
import { fitting, type Place } from './place.js';

const LINE = 18;
const MARK = 12;
const GAP = 6;
const BETWEEN = 16;
/** Of the picture, for a legend at the right at most, and for one at the bottom. */
const AT_RIGHT = 0.5;
const AT_BOTTOM = 0.35;

/** A legend drawn at the top left, and how much room it takes. */
export interface DrawnLegend extends Place {
  readonly svg: string;
}

/** The legend of a chart, or the scale of its colours, as large as it becomes within the place. */
export function legendSvg(
  { legend, legendPlacement, scale }: Pick<ChartDrawing, 'legend' | 'legendPlacement' | 'scale'>,
  palette: Pick<Palette, 'text' | 'faint'>,
  place: Place,
): DrawnLegend {
  if (scale) return { svg: scaleSvg(scale, palette, place), width: place.width, height: LINE + GAP };
  if (legend.length === 0) return { svg: '', width: 0, height: 0 };
  return legendPlacement === 'right' ? column(legend, palette, place) : flowing(legend, palette, place);
}

function entry({ name, color, edge, dashed }: LegendItem, x: number, y: number, text: string, room?: number): string {
  const mark = dashed
    ? [0, 5, 10].map((shift) => box(x + shift, y - 1.5, 3, 3, edge)).join('')
    : box(x, y - 4, MARK, 8, color, edge);
  return mark + words(name, { x: x + MARK + GAP, y, color: text, ...(room !== undefined && { room }) });
}

/** Under one another, with their values as columns. */
function column(legend: readonly LegendItem[], palette: Pick<Palette, 'text' | 'faint'>, place: Place): DrawnLegend {
  const { shown, more } = fitting(legend.length, place.height, LINE);
  const columns = (legend[0]?.values ?? []).map((_, index) =>
    Math.max(...legend.map(({ values }) => widthOf(values[index]?.text ?? ''))),
  );
  const numbers = columns.reduce((sum, width) => sum + width + GAP, 0);
  const longest = Math.max(...legend.map(({ name }) => widthOf(name)));
  const names = Math.min(longest, place.width * AT_RIGHT - MARK - 3 * GAP - numbers);
  const width = MARK + 2 * GAP + names + numbers + GAP;
  const lines = legend.slice(0, shown).map((item, line) => {
    const y = (line + 0.5) * LINE;
    const values = item.values.map(({ text }, index) => {
      const behind = columns.slice(index + 1).reduce((sum, one) => sum + one + GAP, 0);
      return words(text, { x: width - GAP - behind, y, color: palette.text, anchor: 'end' });
    });
    return entry(item, 0, y, palette.text, names) + values.join('');
  });
  const rest = more > 0 ? words(`… +${more}`, { x: 0, y: (shown + 0.5) * LINE, color: palette.faint }) : '';
  return { svg: lines.join('') + rest, width, height: (shown + Math.sign(more)) * LINE };
}

/** One behind the other, in as many lines as they need. */
function flowing(legend: readonly LegendItem[], palette: Pick<Palette, 'text' | 'faint'>, place: Place): DrawnLegend {
  const most = Math.max(Math.floor((place.height * AT_BOTTOM) / LINE), 1);
  let [x, line] = [GAP, 0];
  const drawn: string[] = [];
  for (const item of legend) {
    const said = cut([item.name, ...item.values.map(({ text }) => text)].join('  '), place.width - MARK - 3 * GAP);
    const width = MARK + GAP + widthOf(said) + BETWEEN;
    if (x > GAP && x + width > place.width) [x, line] = [GAP, line + 1];
    if (line >= most) break;
    drawn.push(entry({ ...item, name: said }, x, (line + 0.5) * LINE, palette.text));
    x += width;
  }
  const more = legend.length - drawn.length;
  // The last entry gives its place to the number of those that have none.
  const rest =
    more > 0
      ? words(`… +${more}`, { x: place.width - GAP, y: (most - 0.5) * LINE, color: palette.faint, anchor: 'end' })
      : '';
  return { svg: drawn.join('') + rest, width: place.width, height: Math.min(line + 1, most) * LINE + GAP };
}

/** The colours of a heatmap, the least and the most number at their ends. */
function scaleSvg({ colors, least, most }: ColorScale, palette: Pick<Palette, 'text'>, { width }: Place): string {
  const step = Math.min(width * 0.4, 240) / colors.length;
  const left = (width - step * colors.length) / 2;
  const y = LINE / 2;
  return [
    words(least, { x: left - GAP, y, color: palette.text, anchor: 'end' }),
    ...colors.map((color, index) => box(left + index * step, y - SMALL / 3, step + 0.5, 8, color)),
    words(most, { x: left + step * colors.length + GAP, y, color: palette.text }),
  ].join('');
}
