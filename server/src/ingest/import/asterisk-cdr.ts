import {
  CdrRefusal,
  describeColumns,
  madeAt,
  nameColumns,
  needsZone,
  toRecords,
  type CdrRow,
} from '../sources/asterisk-cdr.js';
import { zoneMissing, type Format, type ImportedRow, type Reader, type ReadSettings } from './format.js';
import type { Line } from './lines.js';
import { createRowIds } from './row-ids.js';
import { readRows, type Dialect, type Row } from './rows.js';

const dialect: Dialect = { delimiter: ',', quote: '"', escape: '"', relaxed: false };
const QUARTER_HOUR = 900_000;

/** Asterisk's cdr_csv: Master.csv and the files per account. */
export const asteriskCdr: Format = {
  name: 'asterisk-cdr',
  description: 'call records as Asterisk writes them to Master.csv (cdr_csv)',
  open: (settings) => Promise.resolve(new CdrReader(settings)),
};

class CdrReader implements Reader {
  readonly source = 'asterisk-cdr';
  readonly encoding = 'utf-8';
  private readonly ids = createRowIds();
  /** Rows by how their columns were understood. */
  private readonly layouts = new Map<string, number>();
  /** Rows by quarter hours between their unique id and their start: all zero in the right zone. */
  private readonly shifts = new Map<number, number>();

  constructor(private readonly settings: ReadSettings) {}

  async *rows(lines: AsyncIterable<readonly Line[]>): AsyncGenerator<readonly ImportedRow[]> {
    for await (const block of readRows(lines, dialect)) yield block.map((row) => this.read(row));
  }

  notices(): readonly string[] {
    const layouts = [...this.layouts].map(([layout, rows]) => `${rows} rows have the columns: ${layout}.`);
    return [...layouts, ...this.doubtZone()];
  }

  private read({ line, text, fields, fault }: Row): ImportedRow {
    const seen = { line, raw: text };
    if (fault !== undefined) return { ...seen, records: [], refusal: { code: 'broken_row', message: fault } };
    const id = this.ids.next(fields);
    try {
      const row = nameColumns(fields);
      const { timeZone } = this.settings;
      if (timeZone === undefined && needsZone(row)) throw zoneMissing(row.start);
      const records = toRecords(row, { timeZone: timeZone ?? 'UTC', rowId: () => id });
      this.note(row, records[0]?.['startedAt']);
      return { ...seen, records };
    } catch (error) {
      if (!(error instanceof CdrRefusal)) throw error;
      const { message, field } = error;
      return { ...seen, records: [], refusal: { code: 'invalid_row', message, ...(field !== undefined && { field }) } };
    }
  }

  private note(row: CdrRow, startedAt: unknown): void {
    const layout = describeColumns(row);
    this.layouts.set(layout, (this.layouts.get(layout) ?? 0) + 1);
    const made = madeAt(row);
    if (made === undefined || typeof startedAt !== 'number') return;
    const shift = Math.round((startedAt - made) / QUARTER_HOUR);
    this.shifts.set(shift, (this.shifts.get(shift) ?? 0) + 1);
  }

  /** A unique id holds the true second in which its channel was made, which a wrong zone contradicts. */
  private doubtZone(): string[] {
    const [usual] = [...this.shifts].sort(([, a], [, b]) => b - a);
    if (usual === undefined || usual[0] === 0) return [];
    const hours = Math.abs(usual[0]) / 4;
    return [
      `Most rows start ${hours} h ${usual[0] > 0 ? 'later' : 'earlier'} than their unique ids say: is the time zone ${this.settings.timeZone ?? 'of the file'} right?`,
    ];
  }
}
