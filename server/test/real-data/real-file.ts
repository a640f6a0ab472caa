import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { describe } from '@jest/globals';
import { withTenant } from '../../src/database/session.js';
import { importCommand } from '../../src/ingest/import/cli.js';
import { createTestDatabase, type TestDatabase } from '../database.js';

/** The real files lie beside the repository: their licences are not its own. */
const folder = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));
const here = fileURLToPath(new URL('./', import.meta.url));

export const realFile = (path: string): string => join(folder, path);

/** `describe` where the folder of real data is there; elsewhere the tests are skipped, loudly. */
export function describeRealData(name: string, tests: () => void): void {
  if (existsSync(folder)) return describe(name, tests);
  // Jest shows no console of a file in which every test is skipped.
  process.stderr.write(
    `\nSKIPPED: ${name}: there is no folder of real data at ../shared/data beside the repository (${folder}).\n`,
  );
  describe.skip(name, tests);
}

/** What a file says by a script of its own that shares nothing with the product. */
export function expectedBy<T>(script: string, ...files: readonly string[]): T {
  return JSON.parse(
    execFileSync(process.execPath, [join(here, 'expected', script), ...files], { encoding: 'utf8' }),
  ) as T;
}

export interface ImportSummary {
  readonly rows: number;
  readonly facts: number;
  readonly duplicates: number;
  readonly quarantined: number;
  readonly text: string;
}

/** Runs `npm run import` with these words on a database; paths are relative to this folder. */
export async function importFile(databaseUrl: string, ...words: readonly string[]): Promise<ImportSummary> {
  const written = { out: '', err: '' };
  const paper = (to: 'out' | 'err') =>
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        written[to] += chunk.toString();
        done();
      },
    });
  const code = await importCommand(words, {
    ...{ out: paper('out'), err: paper('err'), directory: here, signal: new AbortController().signal },
    environment: { DATABASE_URL: databaseUrl },
  });
  if (code !== 0) throw new Error(written.err);
  const number = (pattern: RegExp) => Number(pattern.exec(written.out)?.[1]?.replaceAll(',', ''));
  return {
    rows: number(/ ([\d,]+) rows/),
    facts: number(/facts +([\d,]+)/),
    duplicates: number(/duplicates +([\d,]+)/),
    quarantined: number(/quarantined +([\d,]+)/),
    text: written.out,
  };
}

/** A database of one tenant that real files are imported into by the command itself. */
export class RealDataDatabase {
  private constructor(
    private readonly database: TestDatabase,
    readonly tenant: number,
  ) {}

  static async open(): Promise<RealDataDatabase> {
    const database = await createTestDatabase();
    const { rows } = await withTenant(database.pool, 0, (client) =>
      client.query<{ tenant: number }>("insert into tenant (slug, name) values ('real', 'Real data') returning tenant"),
    );
    return new RealDataDatabase(database, rows[0]!.tenant);
  }

  import(...words: readonly string[]): Promise<ImportSummary> {
    return importFile(this.database.url, ...words);
  }

  async query<T extends object>(text: string, values: readonly unknown[] = []): Promise<T[]> {
    return withTenant(
      this.database.pool,
      this.tenant,
      async (client) => (await client.query<T>(text, [...values])).rows,
    );
  }

  /** The two columns of a query as one object. */
  async table(text: string): Promise<Record<string, number>> {
    const rows = await this.query<{ key: string | number; value: string | number }>(text);
    return Object.fromEntries(rows.map(({ key, value }) => [key, Number(value)]));
  }

  async drop(): Promise<void> {
    await this.database.drop();
  }
}
