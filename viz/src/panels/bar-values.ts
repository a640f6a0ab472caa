import type { ValueLink } from '../drawing.js';
import { finite, type NumberField, numbersOf, type Prepared, type PreparedField } from '../prepared.js';
import { textAt } from '../read.js';
import type { Line } from './points.js';

/** What a bar chart shows: a line of values for each column of numbers, one value for each row. */
export interface Bars {
  readonly categories: readonly string[];
  readonly lines: readonly Line[];
  /** Of each row, where a column decides them. */
  readonly colors: readonly string[] | null;
  /** Of each row's name. */
  readonly links: readonly (readonly ValueLink[])[];
  /** One number for each column and nothing else: each column is a bar of its own, and no legend is needed. */
  readonly single: boolean;
}

/** Rows of the first frame that has some, called by the column that the panel names, else by the first of texts or times. */
export function barsOf(prepared: Prepared, options: unknown): Bars {
  const frame = prepared.frames.find(({ fields }) => fields.length > 0);
  const fields = frame?.fields ?? [];
  const named = fieldOf(fields, textAt(options, 'xField', ''));
  const naming = named ?? fields.find(({ type }) => type === 'string') ?? fields.find(({ type }) => type === 'time');
  const stacking = textAt(options, 'stacking', 'none');
  if (naming === undefined) return side(numbersOf(prepared));
  const numbers = fields.flatMap((field) =>
    field.type === 'number' && field !== naming ? [{ ...field, type: field.type }] : [],
  );
  const colouring = fieldOf(fields, textAt(options, 'colorByField', ''));
  return {
    categories: naming.values.map((value) => naming.show(value).text),
    lines: numbers.map((field) => lineOf(field, field.values, stacking)),
    colors: colouring ? colouring.values.map((value) => colouring.show(value).color) : null,
    links: naming.values.map((_, row) => naming.links(row)),
    single: false,
  };
}

/** Columns of one number each, side by side. */
function side(fields: readonly NumberField[]): Bars {
  const [first] = fields;
  return {
    categories: fields.map(({ title }) => title),
    lines: first
      ? [
          lineOf(
            first,
            fields.map(({ values }) => values.at(-1)),
            'none',
          ),
        ]
      : [],
    colors: fields.map(({ color }) => color),
    links: fields.map((field) => field.links()),
    single: true,
  };
}

function lineOf(field: NumberField, values: readonly unknown[], stacking: string): Line {
  return {
    field,
    points: values.map((value, row) => ({ time: row, x: row, value: finite(value) })),
    style: 'bars',
    stack: stacking === 'none' ? null : `${stacking} ${field.unit}`,
    percent: stacking === 'percent',
  };
}

function fieldOf(fields: readonly PreparedField[], name: string): PreparedField | undefined {
  return fields.find((field) => field.name === name) ?? fields.find((field) => field.title === name);
}
