import { hasOffset, readTime } from '../sources/local-time.js';
import { ImportMistake, zoneMissing } from './format.js';
import type { Format, ImportedRow, Reader, RowRefusal } from './format.js';
import type { Line } from './lines.js';
import { loadMapping, type Mapping, type RowContext } from './mapping.js';
import { createRowIds } from './row-ids.js';
import { readRows, type Row } from './rows.js';

/** Separated values of any origin: a mapping says what their columns mean. */
export const csv: Format = {
  name: 'csv',
  description: 'rows of separated values, with --mapping FILE.mjs that turns each into records',
  async open({ mapping, timeZone }) {
    if (mapping === undefined) {
      throw new ImportMistake(
        'The format csv needs a mapping: --mapping FILE.mjs, a module that exports toRecords(row, context); docs/examples/csv-mapping.mjs is one.',
      );
    }
    return new CsvReader(await loadMapping(mapping), timeZone);
  },
};

/** A row that the mapping, or its own shape, refuses. */
class Refused extends Error {
  constructor(readonly refusal: RowRefusal) {
    super(refusal.message);
  }
}

class CsvReader implements Reader {
  readonly source: string;
  readonly encoding: string;
  private readonly ids = createRowIds();
  private columns: readonly string[] | undefined;

  constructor(
    private readonly mapping: Mapping,
    private readonly timeZone: string | undefined,
  ) {
    this.source = mapping.options.source;
    this.encoding = mapping.options.encoding;
    if (mapping.options.header !== true) this.columns = checkedColumns(mapping.options.header);
  }

  async *rows(lines: AsyncIterable<readonly Line[]>): AsyncGenerator<readonly ImportedRow[]> {
    const { delimiter, quote, escape, relaxed } = this.mapping.options;
    for await (const block of readRows(lines, { delimiter, quote, escape: escape ?? quote ?? '"', relaxed })) {
      const rows = this.columns === undefined ? block.slice(1) : block;
      this.columns ??= columnsOf(block[0]);
      const columns = this.columns;
      yield rows.map((row) => this.read(row, columns));
    }
  }

  notices(): readonly string[] {
    return [];
  }

  private read(row: Row, columns: readonly string[]): ImportedRow {
    const seen = { line: row.line, raw: row.text };
    try {
      return { ...seen, records: this.map(row, nameFields(row, columns)) };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return { ...seen, records: [], refusal: error.refusal };
    }
  }

  private map({ line, fields }: Row, named: Record<string, string>): unknown[] {
    const { timeZone } = this;
    const rowId = once(() => this.ids.next(fields));
    const context: RowContext = {
      line,
      timeZone,
      get rowId() {
        return rowId();
      },
      time: (text, after) => timeOf(text, timeZone, after),
    };
    const mapped = this.ask(named, context);
    if (mapped === undefined || mapped === null) return [];
    const records: unknown[] = Array.isArray(mapped) ? mapped : [mapped];
    return records.map((record, i) =>
      hasId(record) ? record : { ...record, id: i === 0 ? rowId() : `${rowId()}-${i + 1}` },
    );
  }

  private ask(...[row, context]: Parameters<Mapping['toRecords']>): unknown {
    let answer: unknown;
    try {
      answer = this.mapping.toRecords(row, context);
    } catch (error) {
      if (error instanceof ImportMistake) throw error;
      throw new Refused({
        code: 'refused_by_mapping',
        message: error instanceof Error ? error.message : String(error),
      });
    }
    if (typeof answer !== 'object' || answer === null) return answer;
    if ('then' in answer)
      throw new ImportMistake('The mapping’s toRecords is asynchronous: it must return the records themselves.');
    if ('error' in answer && !('kind' in answer)) {
      throw new Refused({ code: 'refused_by_mapping', message: String(answer.error) });
    }
    return answer;
  }
}

/** A record without an id gets the row's (records.md §1); what is no record at all is left for the intake to refuse. */
function hasId(record: unknown): record is { id: unknown } | null | string | number | boolean {
  return typeof record !== 'object' || record === null || 'id' in record;
}

function once(make: () => string): () => string {
  let made: string | undefined;
  return () => (made ??= make());
}

function columnsOf(header: Row | undefined): readonly string[] {
  if (header === undefined) return [];
  if (header.fault !== undefined)
    throw new ImportMistake(`The header, line ${header.line}, cannot be read: ${header.fault}.`);
  return checkedColumns(header.fields.map((name) => name.trim()));
}

function checkedColumns(names: readonly string[]): readonly string[] {
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined)
    throw new ImportMistake(
      `The header names the column "${twice}" twice: name the columns in the mapping’s options.header.`,
    );
  return names;
}

function nameFields(row: Row, columns: readonly string[]): Record<string, string> {
  if (row.fault !== undefined) throw new Refused({ code: 'broken_row', message: row.fault });
  if (row.fields.length !== columns.length) {
    const message = `has ${row.fields.length} fields where the header has ${columns.length}`;
    throw new Refused({ code: 'wrong_columns', message });
  }
  return Object.fromEntries(columns.map((name, i) => [name, row.fields[i] ?? '']));
}

function timeOf(text: string, zone: string | undefined, after: number | undefined): number {
  const moment = readTime(text, zone ?? 'UTC', after);
  if (moment === undefined) throw new Error(`"${text}" is no time such as 2024-01-27 15:07:24`);
  if (zone === undefined && !hasOffset(text)) throw zoneMissing(text);
  return moment;
}
