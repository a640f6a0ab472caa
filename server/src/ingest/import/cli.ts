import { basename, resolve } from 'node:path';
import { ConfigError, readConfig } from '../../config.js';
import { readArguments, usage, type ImportRequest } from './arguments.js';
import { connect, findTenant } from './connect.js';
import { openFile } from './file.js';
import { ImportMistake } from './format.js';
import { formats } from './formats.js';
import { createProgress } from './progress.js';
import { runImport } from './run.js';
import { isAllRefused, summarise } from './tally.js';

/** What the command talks to. */
export interface Terminal {
  readonly out: NodeJS.WritableStream;
  readonly err: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  readonly environment: NodeJS.ProcessEnv;
  /** Paths on the command line start here. */
  readonly directory: string;
  /** Asks the import to stop after the batch in hand. */
  readonly signal: AbortSignal;
}

/**
 * `npm run import`: the whole command.
 * @returns the exit code: 0 when the file was read to its end (what was refused waits in quarantine), 1 for a mistake, a
 *   failure or a file of which nothing was taken, 130 when it was stopped
 */
export async function importCommand(words: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const request = readArguments(words);
    if (request === undefined) {
      terminal.out.write(`${usage}\n`);
      return 0;
    }
    return await importFile(request, terminal);
  } catch (error) {
    terminal.err.write(`${explain(error)}\n`);
    return 1;
  }
}

function explain(error: unknown): string {
  if (error instanceof ImportMistake || error instanceof ConfigError) return error.message;
  const reason = error instanceof Error ? error.message || error.name : String(error);
  return `The import broke off: ${reason}\nWhat is stored stays; start the same import again to go on.`;
}

async function importFile(request: ImportRequest, terminal: Terminal): Promise<number> {
  const path = resolve(terminal.directory, request.file);
  const file = await openFile(path);
  const reader = await openReader(request, terminal.directory);
  const connection = await connect(readConfig(terminal.environment), (line) => terminal.err.write(`${line}\n`));
  const progress = createProgress(terminal.err);
  try {
    const tenant = await findTenant(connection.pool, request.tenant);
    const source = request.source ?? reader.source;
    const begun = Date.now();
    const tally = await runImport({
      ...{ reader, content: file.content, writtenAt: file.writtenAt, file: basename(path) },
      ...{ intake: connection.intake, tenant, source },
      ...{ signal: terminal.signal, onProgress: (now) => progress.show(file.readShare(), now) },
    });
    progress.end();
    const seconds = (Date.now() - begun) / 1000;
    terminal.out.write(`${summarise(tally, `${request.file} -> ${source}`, seconds, reader.notices()).join('\n')}\n`);
    if (terminal.signal.aborted) {
      terminal.err.write('Stopped. Start the same import again to go on.\n');
      return 130;
    }
    if (!isAllRefused(tally)) return 0;
    terminal.err.write('Nothing was taken: is it the right format, mapping and time zone?\n');
    return 1;
  } finally {
    progress.end();
    await connection.close();
  }
}

async function openReader({ format, mapping, timeZone }: ImportRequest, directory: string) {
  const chosen = formats.get(format);
  if (chosen === undefined) throw new ImportMistake(`There is no format "${format}".`);
  return chosen.open({
    ...(timeZone !== undefined && { timeZone }),
    ...(mapping !== undefined && { mapping: resolve(directory, mapping) }),
  });
}
