import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Raw } from '../records/valid-records.js';
import type { Program } from '../service/program.js';

/** What the answers to one way of repetition add up to. */
export interface Sum {
  sent: number;
  stored: number;
  duplicates: number;
  refused: number;
}

export const emptySum = (): Sum => ({ sent: 0, stored: 0, duplicates: 0, refused: 0 });

/** A row is a record as JSON, which has quotes and commas enough, and its number. */
const MAPPING = `export const options = { source: 'test' };
export const toRecords = ({ record }) => JSON.parse(record);
`;

/** Imports records as a file of separated values, by the command that people use. */
export class RecordsFile {
  constructor(
    private readonly program: Program,
    private readonly databaseUrl: string,
    private readonly tenant: string,
  ) {}

  /** Writes the file and imports it; adds what the command says to the sum. */
  async import(records: readonly Raw[], sum: Sum): Promise<void> {
    const directory = mkdtempSync(join(tmpdir(), 'switchboard-proof-'));
    try {
      const [mapping, file] = [join(directory, 'mapping.mjs'), join(directory, 'events.csv')];
      const rows = records.map((record, n) => `${n},"${JSON.stringify(record).replaceAll('"', '""')}"`);
      writeFileSync(mapping, MAPPING);
      writeFileSync(file, ['number,record', ...rows, ''].join('\n'));
      const words = ['csv', file, '--mapping', mapping, '--tenant', this.tenant];
      const output = await this.program.importFile(words, this.databaseUrl);
      sum.sent += records.length;
      sum.stored += countOf('facts', output);
      sum.duplicates += countOf('duplicates', output);
      sum.refused += countOf('quarantined', output);
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  }
}

/** @throws what the command printed, when that does not say it */
function countOf(what: string, output: string): number {
  const [, count] = new RegExp(`^ +${what} +([\\d,]+)$`, 'm').exec(output) ?? [];
  if (count === undefined) throw new Error(`The import does not say how many ${what}: ${output}`);
  return Number(count.replaceAll(',', ''));
}
