import type { ChartDrawing, DrawRequest } from '../drawing.js';
import { extent } from '../extent.js';
import { finite, type NumberField, type Prepared, type PreparedFrame } from '../prepared.js';
import { at, flagAt, numberAt, textAt } from '../read.js';
import { isDaily, momentLabel } from '../ticks.js';
import { writeNumber } from '../units.js';
import { grid, rowAxis, timeAxis } from './axes.js';
import { boxSeries } from './boxes.js';
import { heatColor, shownColors } from './heat-colors.js';
import { unique } from './names.js';
import { endAt } from './points.js';
import { plain, tooltipStyle } from './tooltip.js';

interface Cell {
  readonly row: number;
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

/** A cell for each bucket of time and each column of numbers, coloured by its number; the first column is the lowest row. */
export function heatmap(request: DrawRequest, { frames, palette }: Prepared): ChartDrawing {
  const { panel, range, locale, theme } = request;
  const { options } = panel;
  const rows = rowsOf(frames);
  const names = unique(rows.map(({ field }) => titleOf(field, options, locale)));
  const all = rows.flatMap(cellsOf);
  const cells = all.filter(({ value }) => isShown(value, options));
  const known = extent(cells.map(({ value }) => value));
  const least = numberAt(options, 'color.min') ?? known[0];
  const most = numberAt(options, 'color.max') ?? known[1];
  const color = heatColor(options, theme, palette);
  const write = (value: number, row: number): string =>
    writeNumber(value, textAt(options, 'cellValues.unit', ''), numberAt(options, 'cellValues.decimals'), locale) ??
    rows[row]?.field.show(value).text ??
    '';
  const boxes = cells.map((cell) => {
    const filling = color(most > least ? (cell.value - least) / (most - least) : 1);
    // Cells without edges: what is pale there is little, and its neighbours say where it ends.
    const colors = { color: filling, edge: filling };
    return { ...cell, ...colors, name: names[cell.row] ?? '', text: write(cell.value, cell.row) };
  });
  const side = textAt(options, 'yAxis.axisPlacement', 'left');
  return {
    kind: 'chart',
    option: {
      animation: false,
      backgroundColor: 'transparent',
      grid,
      legend: { show: false },
      tooltip: {
        ...tooltipStyle(palette),
        show: textAt(options, 'tooltip.mode', 'single') !== 'none',
        trigger: 'item',
        formatter: (pointed: unknown) => {
          const cell = boxes[Number(at(pointed, 'dataIndex'))];
          return cell ? plain(told(cell, request)) : '';
        },
      },
      xAxis: timeAxis(range, request, palette),
      yAxis: {
        ...rowAxis(names, palette),
        show: side !== 'hidden',
        position: side === 'right' ? 'right' : 'left',
        inverse: flagAt(options, 'yAxis.reverse', false),
        name: textAt(options, 'yAxis.axisLabel', ''),
        nameTextStyle: { color: palette.faint },
      },
      series: [
        boxSeries('cells', boxes, {
          part: 1,
          opacity: 1,
          lineWidth: 0,
          gap: numberAt(options, 'cellGap') ?? 1,
          texts: textAt(options, 'showValue', 'never'),
          align: 'center',
        }),
      ],
    },
    legend: [],
    legendMode: 'hidden',
    legendPlacement: 'bottom',
    scale:
      flagAt(options, 'legend.show', true) && cells.length > 0
        ? { colors: shownColors(color), least: write(least, 0), most: write(most, 0) }
        : null,
    overTime: true,
    links: Object.fromEntries(rows.map(({ field }, row) => [names[row] ?? '', field.links()])),
    needs: ['shapes'],
    empty: all.length === 0,
    label: [panel.title, ...names].join(', '),
  };
}

/** A cell's time or day, its row and its number. */
function told(
  { from, to, name, text }: Pick<Cell, 'from' | 'to'> & { readonly name: string; readonly text: string },
  { timeZone, locale }: Pick<DrawRequest, 'timeZone' | 'locale'>,
): string {
  const wholeDays = isDaily(to - from);
  const times = (wholeDays ? [from] : [from, to]).map((time) => momentLabel(time, wholeDays, timeZone, locale));
  return [times.join(' – '), `${name}: ${text}`].join('\n');
}

interface Row {
  readonly field: NumberField;
  readonly times: readonly number[];
  readonly ends: readonly number[];
}

/** Buckets of a distribution stand in the order of their upper bounds, all else in the order in which it came. */
function rowsOf(frames: readonly PreparedFrame[]): Row[] {
  const rows = frames.flatMap(({ fields }) => {
    const time = fields.find(({ type }) => type === 'time');
    if (time === undefined) return [];
    const times = time.values.map((value) => finite(value) ?? NaN);
    const ends = times.map((_, index) => endAt(time, times, index));
    return fields.flatMap((field) =>
      field.type === 'number' ? [{ field: { ...field, type: field.type }, times, ends }] : [],
    );
  });
  if (!rows.every(({ field }) => field.labels['le'] !== undefined)) return rows;
  return rows.sort((a, b) => boundOf(a.field) - boundOf(b.field) || 0);
}

/** Prometheus writes the last bucket's bound as +Inf. */
function boundOf({ labels }: NumberField): number {
  const bound = labels['le'];
  return bound === '+Inf' ? Infinity : Number(bound ?? NaN);
}

function titleOf(field: NumberField, options: unknown, locale: string): string {
  const bound = boundOf(field);
  if (Number.isNaN(bound)) return field.title;
  if (bound === Infinity) return '∞';
  const decimals = numberAt(options, 'yAxis.decimals');
  return `≤ ${writeNumber(bound, textAt(options, 'yAxis.unit', 'locale'), decimals, locale) ?? String(bound)}`;
}

function cellsOf({ field, times, ends }: Row, row: number): Cell[] {
  return field.values.flatMap((saved, index): Cell[] => {
    const [value, from, to] = [finite(saved), times[index], ends[index]];
    return value === null || from === undefined || to === undefined ? [] : [{ row, from, to, value }];
  });
}

/** Cells of so little or so much are left out; of nothing, where the panel says no more. */
function isShown(value: number, options: unknown): boolean {
  const [le, ge] = [numberAt(options, 'filterValues.le'), numberAt(options, 'filterValues.ge')];
  return value > (le ?? -Infinity) && value < (ge ?? Infinity);
}
