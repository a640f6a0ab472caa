import { createReadStream, type Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ImportMistake } from './format.js';

export interface OpenFile {
  readonly content: AsyncIterable<Uint8Array>;
  /** When it was last changed, epoch milliseconds, and never after now. */
  readonly writtenAt: number;
  /** The part of the file that has been read, 0 to 1; of the compressed bytes where it is compressed. */
  readShare(): number;
}

/**
 * Opens a file for one reading from its beginning; a name that ends in .gz is unpacked on the way.
 * @throws ImportMistake when it is not there, is a directory, or may not be read
 */
export async function openFile(path: string): Promise<OpenFile> {
  const { size, mtimeMs } = await readableFile(path);
  const stream = createReadStream(path, { highWaterMark: 262_144 });
  const content = path.endsWith('.gz') ? unpack(stream, path) : stream;
  const writtenAt = Math.min(Math.floor(mtimeMs), Date.now());
  return { content, writtenAt, readShare: () => (size === 0 ? 1 : Math.min(1, stream.bytesRead / size)) };
}

async function readableFile(path: string): Promise<Stats> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') throw new ImportMistake(`There is no file ${path}.`);
    throw new ImportMistake(`The file ${path} cannot be read: ${error.message}.`);
  });
  if (found.isDirectory()) throw new ImportMistake(`${path} is a directory: name one file in it.`);
  return found;
}

async function* unpack(stream: Readable, path: string): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  // A failure on either side ends the loop below, which tells it.
  pipeline(stream, gunzip, () => undefined);
  try {
    yield* gunzip as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw new ImportMistake(`${path} is damaged: it cannot be unpacked.`, { cause: error });
  }
}
