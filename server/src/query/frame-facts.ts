import type { FactColumn } from './compile-fact-columns.js';
import type { FactsPage, FactValue } from './facts-run.js';
import type { Field, Frame } from './frame.js';
import type { Notice } from './question.js';

/** What is shown beside the records. */
export interface FactsTable {
  readonly columns: readonly FactColumn[];
  readonly page: FactsPage;
  /** What people call the values of each column, where that is not the value itself. */
  readonly names: readonly ReadonlyMap<string, string>[];
  readonly executed: string;
  readonly notices: readonly Notice[];
}

/** A table of records; no record is a frame without fields. */
export function factsFrame({ columns, page, names, executed, notices }: FactsTable): Frame {
  const shown = columns.map((column, index) => {
    const known = page.rows.map((row) => row[index] ?? null);
    return { field: fieldOf(column, known, names[index]), values: known.map((value) => shownValue(column, value)) };
  });
  const all = page.rows.length > 0 ? shown : [];
  const more = page.next !== null;
  const told: Notice[] = more
    ? [{ severity: 'info', text: `Only the newest ${page.rows.length.toLocaleString('en')} are shown.` }]
    : [];
  return {
    schema: {
      meta: {
        type: 'table',
        typeVersion: [0, 1],
        executedQueryString: executed,
        ...(notices.length + told.length > 0 && { notices: [...notices, ...told] }),
        ...(more && { custom: { next: page.next } }),
      },
      fields: all.map(({ field }) => field),
    },
    data: { values: all.map(({ values }) => values) },
  };
}

function shownValue({ type }: FactColumn, value: FactValue): string | number | null {
  if (value === null) return null;
  if (type === 'decimal') return Number(value);
  if (typeof value === 'number') return value;
  return typeof value === 'object' ? value.join(', ') : String(value);
}

/** What people call a value, each of several. */
function namedValue(value: FactValue, names: ReadonlyMap<string, string>): string | undefined {
  if (typeof value === 'string') return names.get(value);
  return typeof value === 'object' && value !== null ? value.map((one) => names.get(one) ?? one).join(', ') : undefined;
}

function fieldOf(
  column: FactColumn,
  values: readonly FactValue[],
  names: ReadonlyMap<string, string> = new Map(),
): Field {
  const { name, label, unit, isDimension } = column;
  const options: Record<string, { text: string }> = {};
  for (const value of values) {
    const [shown, text] = [shownValue(column, value), namedValue(value, names)];
    if (typeof shown === 'string' && text !== undefined && text !== shown) options[shown] = { text };
  }
  const config = {
    displayNameFromDS: label,
    ...(unit !== undefined && unit !== 'currency' && { unit }),
    ...(isDimension && { filterable: true }),
    ...(Object.keys(options).length > 0 && { mappings: [{ type: 'value', options }] }),
  };
  return { name, ...TYPES[column.type], config };
}

const text = { type: 'string', typeInfo: { frame: 'string', nullable: true } } as const;
const number = { type: 'number', typeInfo: { frame: 'float64', nullable: true } } as const;

const TYPES: Readonly<Record<FactColumn['type'], Pick<Field, 'type' | 'typeInfo'>>> = {
  time: { type: 'time', typeInfo: { frame: 'time.Time', nullable: true } },
  number,
  decimal: number,
  flag: text,
  text,
  list: text,
};
