import type { TableCell, TableColumn, TableModel } from '../drawing.js';
import type { Palette } from '../prepared.js';
import { sortRows } from '../sort-rows.js';
import { box, SMALL, widthOf, words } from './element.js';
import { fitting, type Place } from './place.js';

const LINE = 22;
const GAP = 8;
const GAUGE = 60;

/** The first rows that have room, in the table's own order. */
export function tableSvg(
  { columns, rows, sort }: TableModel,
  palette: Pick<Palette, 'text' | 'faint' | 'grid'>,
  { width, height }: Place,
): string {
  const { shown, more } = fitting(rows.length, height - LINE, LINE);
  const sorted = sortRows(rows, sort).slice(0, shown);
  const widths = widthsOf(columns, sorted, width);
  const starts = widths.map((_, index) => widths.slice(0, index).reduce((sum, one) => sum + one, 0));
  const at = (index: number, y: number) => ({ x: starts[index] ?? 0, y, width: widths[index] ?? 0 });
  const head = columns.map((column, index) =>
    cellSvg(column.title, column.align, at(index, LINE / 2), palette.text, true),
  );
  const body = sorted.map((row, line) => {
    const y = (line + 1.5) * LINE;
    const cells = row.map((cell, index) => drawn(cell, columns[index], at(index, y), palette));
    return box(0, (line + 1) * LINE, width, 1, palette.grid) + cells.join('');
  });
  const rest = more > 0 ? words(`… +${more}`, { x: GAP, y: (shown + 1.5) * LINE, color: palette.faint }) : '';
  return [...head, ...body, rest].join('');
}

interface CellPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

function drawn(
  cell: TableCell,
  column: TableColumn | undefined,
  place: CellPlace,
  palette: Pick<Palette, 'text'>,
): string {
  const { text, color, gauge } = cell;
  const shown = cellSvg(text, column?.align ?? 'left', place, color ?? palette.text, false);
  if (!gauge) return shown;
  return box(place.x + GAP, place.y - 6, gauge.share * GAUGE, 12, gauge.color, gauge.edge) + shown;
}

function cellSvg(
  text: string,
  align: TableColumn['align'],
  { x, y, width }: CellPlace,
  color: string,
  bold: boolean,
): string {
  const anchor = align === 'right' ? 'end' : align === 'center' ? 'middle' : 'start';
  const place = { start: x + GAP, middle: x + width / 2, end: x + width - GAP }[anchor];
  return words(text, { x: place, y, color, anchor, bold, room: width - 2 * GAP });
}

/** As wide as what stands in them, all together as wide as the picture. */
function widthsOf(columns: readonly TableColumn[], rows: TableModel['rows'], width: number): number[] {
  const wanted = columns.map(({ title }, index) => {
    const texts = rows.map((row) => widthOf(row[index]?.text ?? '') + (row[index]?.gauge ? GAUGE + GAP : 0));
    // Bold letters are a little wider.
    return Math.max(widthOf(title) + SMALL, ...texts) + 2 * GAP;
  });
  const all = wanted.reduce((sum, one) => sum + one, 0);
  return wanted.map((one) => (one / Math.max(all, 1)) * width);
}
