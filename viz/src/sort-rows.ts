import type { TableModel } from './drawing.js';

/** Rows in a column's order; what is not known stands last, whichever way it is sorted. */
export function sortRows(rows: TableModel['rows'], sort: TableModel['sort']): TableModel['rows'] {
  if (sort === null) return rows;
  const { column, descending } = sort;
  const sign = descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [left, right] = [a[column]?.value ?? null, b[column]?.value ?? null];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    if (typeof left === 'number' && typeof right === 'number') return sign * (left - right);
    return sign * String(left).localeCompare(String(right), undefined, { numeric: true });
  });
}
