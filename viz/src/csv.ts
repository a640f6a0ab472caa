import type { DrawRequest } from './drawing.js';
import { prepare } from './prepare.js';
import type { PreparedField, PreparedFrame } from './prepared.js';
import { isoWithOffset } from './zone.js';

const MARK = '\ufeff';
const LINE = '\r\n';
/** What makes a spreadsheet read a text as a formula, also behind space; of full width too. */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20|%]|^[\t\r\n]/;

/**
 * What a panel shows as CSV: UTF-8 with a byte order mark, CRLF, RFC 4180 quotes, exact numbers with a point, times as ISO
 * with the zone's offset, unknown as nothing; a text that a spreadsheet would take for a formula is led by an apostrophe.
 * Frames over time become one table; other frames stand below one another, an empty line between.
 */
export function toCsv(request: Omit<DrawRequest, 'range' | 'now'>): string {
  const { frames } = prepare(request);
  const tables = joined(frames.filter(({ fields }) => fields.length > 0));
  return (
    MARK +
    tables
      .map((table) =>
        rowsOf(table, request.timeZone)
          .map((row) => row + LINE)
          .join(''),
      )
      .join(LINE)
  );
}

interface Table {
  readonly fields: readonly PreparedField[];
  readonly length: number;
}

/** Frames of one series each have their own times: they are put side by side, by time. */
function joined(frames: readonly PreparedFrame[]): Table[] {
  const series = frames.map(({ fields }) => ({ time: fields[0], values: fields.slice(1) }));
  const overTime = series.every(
    ({ time, values }) => time?.type === 'time' && values.every(({ type }) => type !== 'time'),
  );
  const [first] = series;
  if (frames.length < 2 || !overTime || first?.time === undefined) return [...frames];
  const times = [...new Set(series.flatMap(({ time }) => time?.values ?? []))].sort((a, b) => Number(a) - Number(b));
  const fields = series.flatMap(({ time, values }) => {
    const rowOf = new Map(time?.values.map((at, row) => [at, row] as const));
    return values.map((field) => ({
      ...field,
      values: times.map((at) => field.values[rowOf.get(at) ?? -1] ?? null),
    }));
  });
  return [{ fields: [{ ...first.time, values: times }, ...fields], length: times.length }];
}

function rowsOf({ fields, length }: Table, timeZone: string): string[] {
  const head = fields
    .map(({ title, type, name }) => text(type === 'time' && name === 'time' ? 'Time' : title))
    .join(',');
  const rows = Array.from({ length }, (_, row) => fields.map((field) => cell(field, row, timeZone)).join(','));
  return [head, ...rows];
}

function cell(field: PreparedField, row: number, timeZone: string): string {
  const value = field.values[row] ?? null;
  if (value === null) return '';
  if (typeof value === 'number') return field.type === 'time' ? isoWithOffset(value, timeZone) : exact(value);
  return text(field.show(value).text);
}

/** All digits of a number, never an exponent: some programs read such a one as text. */
function exact(value: number): string {
  const short = String(value);
  if (!short.includes('e')) return short;
  const [digits = '', exponent = '0'] = short.replace(/^-/, '').split('e');
  const [whole = '', part = ''] = digits.split('.');
  const shift = Number(exponent);
  const moved =
    shift < 0
      ? `0.${'0'.repeat(-shift - whole.length)}${whole}${part}`
      : `${whole}${part}${'0'.repeat(shift - part.length)}`;
  return value < 0 ? `-${moved}` : moved;
}

function text(value: string): string {
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n;]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
