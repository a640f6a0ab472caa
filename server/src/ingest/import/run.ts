import type { Intake } from '../intake.js';
import type { Refused } from '../quarantine.js';
import { ImportMistake, type ImportedRow, type Reader } from './format.js';
import { dated } from './knowledge.js';
import { readLines } from './lines.js';
import { emptyTally, SHOWN_COMPLAINTS, type Tally } from './tally.js';

export interface ImportRun {
  readonly reader: Reader;
  readonly content: AsyncIterable<Uint8Array>;
  /** Shown in quarantine beside the line. */
  readonly file: string;
  /** When the file was written, epoch milliseconds. */
  readonly writtenAt: number;
  readonly intake: Pick<Intake, 'accept' | 'refuse'>;
  readonly tenant: number;
  readonly source: string;
  /** Told after every batch. */
  readonly onProgress?: (tally: Readonly<Tally>) => void;
  /** Ends the import after the batch in hand. */
  readonly signal?: AbortSignal;
}

const BATCH_RECORDS = 5_000;
/** A file of which nothing at all has been understood by then is the wrong file. */
const HOPELESS_ROWS = 1_000;

/**
 * Streams a file's rows into the intake, in file order, never holding more than a batch. What a second run finds stored
 * already counts as duplicates.
 * @throws ImportMistake when none of the first 1,000 rows can be read; then nothing has been stored
 */
export async function runImport(run: ImportRun): Promise<Tally> {
  const batch = new Batch(run);
  for await (const rows of run.reader.rows(readLines(run.content, run.reader.encoding))) {
    for (const row of rows) {
      if (batch.isFullWith(row)) await batch.flush();
      batch.add(row);
    }
    if (run.signal?.aborted) break;
  }
  await batch.flush();
  return batch.tally;
}

class Batch {
  readonly tally = emptyTally();
  private records: unknown[] = [];
  /** The line of each record. */
  private lines: number[] = [];
  private refused: (Refused & { tenant: number })[] = [];
  private pendingRows = 0;

  constructor(private readonly run: ImportRun) {}

  isFullWith(row: ImportedRow): boolean {
    return this.records.length + row.records.length > BATCH_RECORDS || this.refused.length >= HOPELESS_ROWS;
  }

  add({ line, raw, records, refusal }: ImportedRow): void {
    if (records.length > BATCH_RECORDS)
      throw new ImportMistake(`Line ${line} became more than ${BATCH_RECORDS} records.`);
    this.pendingRows += 1;
    for (const record of records) {
      this.records.push(dated(record, this.run.writtenAt));
      this.lines.push(line);
    }
    if (refusal === undefined) return;
    const { tenant, source, file } = this.run;
    this.refused.push({ tenant, source, raw: { file, line, row: raw }, ...refusal });
    this.complain(line, refusal.message);
  }

  async flush(): Promise<void> {
    const { intake, tenant, source } = this.run;
    if (this.tally.rows === 0 && this.records.length === 0 && this.refused.length >= HOPELESS_ROWS) {
      const [first] = this.tally.complaints;
      throw new ImportMistake(
        `None of the first ${HOPELESS_ROWS} rows can be read, so nothing was imported; line ${first?.line ?? 1}: ${first?.message ?? ''}.`,
      );
    }
    if (this.records.length > 0) {
      const { stored, duplicates, rejected } = await intake.accept({ tenant, source, records: this.records });
      this.tally.stored += stored;
      this.tally.duplicates += duplicates;
      for (const { index, message } of rejected) this.complain(this.lines[index] ?? 0, message);
    }
    if (this.refused.length > 0) await intake.refuse(this.refused);
    this.tally.rows += this.pendingRows;
    [this.records, this.lines, this.refused, this.pendingRows] = [[], [], [], 0];
    this.run.onProgress?.(this.tally);
  }

  private complain(line: number, message: string): void {
    this.tally.quarantined += 1;
    if (this.tally.complaints.length < SHOWN_COMPLAINTS) this.tally.complaints.push({ line, message });
  }
}
