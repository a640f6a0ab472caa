import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { ImportMistake } from './format.js';

const character = z.string().length(1);

const Options = z.strictObject({
  /** Between two fields. */
  delimiter: z.string().min(1).default(','),
  /** Around fields that contain delimiters or line ends; null where the file quotes nothing. */
  quote: character.nullable().default('"'),
  /** Before a quote inside quotes; missing: the quote itself. */
  escape: character.optional(),
  /** Whether a quote in the wrong place stands for itself instead of spoiling its row. */
  relaxed: z.boolean().default(false),
  /** true: the first row names the columns; or the names, where the file has no such row. */
  header: z.union([z.literal(true), z.array(z.string().min(1)).min(1)]).default(true),
  /** Of the file's bytes, a name of the WHATWG encoding standard. */
  encoding: z.string().refine(isEncoding, 'is no encoding that is known here').default('utf-8'),
  /** The records' source unless the command line names one; missing: the mapping file's name up to its first dot. */
  source: z.string().min(1).max(200).optional(),
});
/** What a mapping says of how its files are written, everything optional: `export const options = { … }`. */
export type Options = z.infer<typeof Options>;

/** What a mapping's `toRecords` is told beside the row. */
export interface RowContext {
  /** The number of the row's first line, counted from 1. */
  readonly line: number;
  /** IANA zone of times that name none: `--time-zone`; missing where the command line had none. */
  readonly timeZone: string | undefined;
  /** The row's digest, and its ordinal among equal rows: an id for rows that have none. */
  readonly rowId: string;
  /**
   * Epoch milliseconds of a time such as `2024-01-27 15:07:24`, on the clocks of `timeZone` unless the text has an offset.
   * In the hour that the clocks show twice it is the first one not before `after`. Throws a sentence for anything else.
   */
  time(text: string, after?: number): number;
}

/** Turns one row into records, one record, or nothing; `{ error }`, or throwing, refuses the row. */
export type ToRecords = (row: Record<string, string>, context: RowContext) => unknown;

export interface Mapping {
  readonly options: Options & { readonly source: string };
  readonly toRecords: ToRecords;
}

function isEncoding(name: string): boolean {
  try {
    new TextDecoder(name);
    return true;
  } catch {
    return false;
  }
}

/**
 * Loads the ES module that says what the rows of a file mean.
 * @throws ImportMistake when there is none, or when it is no mapping
 */
export async function loadMapping(path: string): Promise<Mapping> {
  const file = resolve(path);
  const found = await stat(file).catch(() => undefined);
  if (found === undefined) throw new ImportMistake(`There is no mapping ${path}.`);
  if (!found.isFile()) throw new ImportMistake(`The mapping ${path} is not a file.`);
  const module = await importModule(file, path);
  const toRecords = module['toRecords'];
  if (typeof toRecords !== 'function') {
    throw new ImportMistake(`The mapping ${path} exports no function toRecords(row, context).`);
  }
  const options = Options.safeParse(module['options'] ?? {});
  if (!options.success) {
    const [issue] = options.error.issues;
    const where = ['options', ...(issue?.path ?? [])].join('.');
    throw new ImportMistake(`The mapping ${path} is wrong about its ${where}: ${issue?.message ?? 'unreadable'}.`);
  }
  const source = options.data.source ?? basename(file).split('.')[0];
  return { options: { ...options.data, source: source || 'csv' }, toRecords: toRecords as ToRecords };
}

async function importModule(file: string, path: string): Promise<Record<string, unknown>> {
  try {
    return (await import(pathToFileURL(file).href)) as Record<string, unknown>;
  } catch (error) {
    throw new ImportMistake(
      `The mapping ${path} cannot be loaded: ${error instanceof Error ? error.message : String(error)}`,
      {
        cause: error,
      },
    );
  }
}
