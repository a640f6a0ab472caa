import type { Line } from './lines.js';

/** What whoever starts an import can get wrong: the message is one sentence that says so and what to do. */
export class ImportMistake extends Error {
  override readonly name = 'ImportMistake';
}

/** Why a row became no records; it waits in quarantine. */
export interface RowRefusal {
  /** One word for programs: wrong_columns, broken_row, refused_by_mapping … */
  readonly code: string;
  /** Said after "line 17: ". */
  readonly message: string;
  /** The column to blame, where there is one. */
  readonly field?: string;
}

/** What one row of a file became. */
export interface ImportedRow {
  /** The number of its first line, counted from 1. */
  readonly line: number;
  /** As it stands in the file. */
  readonly raw: string;
  /** Records as records.md §1 describes them; none where the row is passed over or refused. */
  readonly records: readonly unknown[];
  readonly refusal?: RowRefusal;
}

/** What the command line says of how to read a file. */
export interface ReadSettings {
  /** IANA zone of times that name none. */
  readonly timeZone?: string;
  /** Path of the module that turns rows into records. */
  readonly mapping?: string;
}

/** One file about to be read. */
export interface Reader {
  /** The records' source unless the command line names one. */
  readonly source: string;
  /** Of the file's bytes: a name of the WHATWG encoding standard. */
  readonly encoding: string;
  /** The file's rows in their order. */
  rows(lines: AsyncIterable<readonly Line[]>): AsyncIterable<readonly ImportedRow[]>;
  /** Sentences about what was found on the way; complete when the last row has been read. */
  notices(): readonly string[];
}

/** A way in which files are written. */
export interface Format {
  readonly name: string;
  /** What such a file is, in a few words. */
  readonly description: string;
  /** @throws ImportMistake when the settings do not fit the format */
  open(settings: ReadSettings): Promise<Reader>;
}

/** The sentence for times that cannot be understood without `--time-zone`. */
export const zoneMissing = (example: string): ImportMistake =>
  new ImportMistake(
    `The times of this file, such as "${example}", have no zone: say whose clocks they show, for example --time-zone Europe/Berlin (UTC where the system logs UTC).`,
  );
