import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openFile } from './file.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-file-'));
});
afterAll(async () => rm(folder, { recursive: true }));

async function read(path: string): Promise<string> {
  const chunks: Uint8Array[] = [];
  const file = await openFile(path);
  for await (const chunk of file.content) chunks.push(chunk);
  expect(file.readShare()).toBe(1);
  return Buffer.concat(chunks).toString();
}

describe('openFile', () => {
  it('reads plain and packed files', async () => {
    const text = 'some text\n'.repeat(100_000);
    await writeFile(join(folder, 'plain.csv'), text);
    await writeFile(join(folder, 'packed.csv.gz'), gzipSync(text));
    await writeFile(join(folder, 'empty.csv'), '');
    expect((await read(join(folder, 'plain.csv'))) === text).toBe(true);
    expect((await read(join(folder, 'packed.csv.gz'))) === text).toBe(true);
    expect(await read(join(folder, 'empty.csv'))).toBe('');
  });

  it('says what is wrong with a file', async () => {
    await writeFile(join(folder, 'damaged.csv.gz'), gzipSync('some text\n'.repeat(1000)).subarray(0, 40));
    await expect(openFile(join(folder, 'none.csv'))).rejects.toThrow(/^There is no file .*none\.csv\.$/);
    await expect(openFile(folder)).rejects.toThrow('is a directory: name one file in it.');
    await expect(read(join(folder, 'damaged.csv.gz'))).rejects.toThrow('is damaged: it cannot be unpacked.');
  });
});
