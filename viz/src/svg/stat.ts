import type { StatModel, StatTile } from '../drawing.js';
import type { Palette } from '../prepared.js';
import { round, SMALL, widthOf, words } from './element.js';
import type { Place } from './place.js';

const VALUE_SIZE = 28;
const LINE_HEIGHT = 1.3;
const GAP = 12;
const CURVE_HEIGHT = 18;

/** Tiles side by side, or one under the other where the panel says so. */
export function statSvg(model: StatModel, palette: Pick<Palette, 'faint'>, { width, height }: Place): string {
  const { tiles, orientation } = model;
  const isColumn = orientation === 'horizontal';
  const across = isColumn ? 1 : tiles.length;
  const room = { width: width / across - GAP, height: isColumn ? height / tiles.length : height };
  const longest = Math.max(1, ...tiles.map(({ text }) => widthOf(text, 1)));
  const size = Math.max(SMALL, Math.min(model.valueSize ?? VALUE_SIZE, room.width / longest));
  return tiles
    .map((tile, index) => {
      const [x, y] = isColumn ? [0, index * room.height] : [index * (room.width + GAP), 0];
      return tileSvg(
        tile,
        { ...room, x: x + GAP / 2, y, size, nameSize: Math.max(model.titleSize ?? SMALL, SMALL) },
        palette,
      );
    })
    .join('');
}

interface TilePlace extends Place {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly nameSize: number;
}

function tileSvg(tile: StatTile, place: TilePlace, palette: Pick<Palette, 'faint'>): string {
  const { x, y, width, height, size, nameSize } = place;
  const curve = tile.sparkline === null ? 0 : CURVE_HEIGHT;
  const name = tile.showName ? nameSize * LINE_HEIGHT : 0;
  const top = y + Math.max((height - name - size * LINE_HEIGHT - curve) / 2, 0);
  const below = top + name + size * LINE_HEIGHT;
  return [
    tile.showName ? words(tile.name, { x, y: top + name / 2, color: palette.faint, size: nameSize, room: width }) : '',
    words(tile.text, { x, y: top + name + (size * LINE_HEIGHT) / 2, color: tile.color, size, bold: true }),
    tile.sparkline === null ? '' : curveSvg(tile.sparkline, { x, y: below, width, height: CURVE_HEIGHT }),
  ].join('');
}

/** A line without a scale: the number above it says how much it is. */
function curveSvg(
  { color, values }: NonNullable<StatTile['sparkline']>,
  { x, y, width, height }: Place & { readonly x: number; readonly y: number },
): string {
  const known = values.flatMap((value) => value ?? []);
  const least = Math.min(...known);
  const span = Math.max(...known) - least;
  const step = width / Math.max(values.length - 1, 1);
  const points = values.map((value, index) => {
    if (value === null) return '';
    const below = span === 0 ? 0.5 : 1 - (value - least) / span;
    const begins = index === 0 || values[index - 1] === null;
    return `${begins ? 'M' : 'L'}${round(x + index * step)} ${round(y + 1 + below * (height - 2))}`;
  });
  return known.length < 2 ? '' : `<path d="${points.join('')}" fill="none" stroke="${color}" stroke-width="1.5"/>`;
}
