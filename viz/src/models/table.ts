import { extent } from '../extent.js';
import { legible, visible } from '../legible.js';
import type { TableCell, TableColumn, TableModel } from '../drawing.js';
import { finite, type Palette, type Prepared, type PreparedField } from '../prepared.js';
import { at, flagAt, listAt, numberAt, textAt } from '../read.js';
import { share } from './bar-gauge.js';

/** The rows of one frame, each cell as it is shown beside what it is sorted by. */
export function tableModel(options: unknown, { frames, palette }: Prepared): TableModel {
  const frame = frames[numberAt(options, 'frameIndex') ?? 0];
  const fields = frame?.fields ?? [];
  const columns = fields.map((field) => cells(field, palette));
  return {
    columns: fields.map(column),
    rows: Array.from({ length: frame?.length ?? 0 }, (_, row) => columns.flatMap((column) => column[row] ?? [])),
    sort: sorting(options, fields),
  };
}

function column(field: PreparedField): TableColumn {
  const { custom, type } = field;
  const align = textAt(custom, 'align', 'auto');
  return {
    key: field.name,
    title: field.title,
    description: field.description,
    align: align === 'left' || align === 'right' || align === 'center' ? align : type === 'number' ? 'right' : 'left',
    width: numberAt(custom, 'width'),
    minWidth: numberAt(custom, 'minWidth'),
    wrap: flagAt(custom, 'wrapText', false),
    type,
    filterKey: field.filterable ? field.name : null,
  };
}

function cells(field: PreparedField, palette: Palette): TableCell[] {
  const cell = textAt(field.custom, 'cellOptions.type', 'auto');
  const plain = textAt(field.custom, 'cellOptions.valueDisplayMode', 'color') === 'text';
  const numbers = field.values.map(finite);
  const known = extent(numbers.flatMap((value) => value ?? []));
  const least = field.min ?? known[0];
  const most = field.max ?? known[1];
  return field.values.map((value, row) => {
    const shown = field.show(value);
    const gauge = cell === 'gauge' && field.type === 'number';
    return {
      text: shown.text,
      value: shown.value,
      color:
        cell === 'color-text' || (gauge && !plain)
          ? legible(shown.color, palette.background)
          : gauge
            ? palette.text
            : null,
      gauge: gauge
        ? {
            share: share(numbers[row] ?? null, least, most),
            color: shown.color,
            edge: visible(shown.color, palette.background),
          }
        : null,
      links: value === null ? [] : field.links(row),
    };
  });
}

function sorting(options: unknown, fields: readonly PreparedField[]): TableModel['sort'] {
  const [first] = listAt(options, 'sortBy');
  const column = fields.findIndex(({ title, name }) => [title, name].includes(textAt(first, 'displayName', '')));
  return column < 0 ? null : { column, descending: at(first, 'desc') === true };
}
