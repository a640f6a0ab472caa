import { Readable } from 'node:stream';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { csv } from './csv.js';
import type { ImportedRow, ReadSettings } from './format.js';
import { readLines } from './lines.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'csv-mapping-'));
});
afterAll(async () => rm(folder, { recursive: true }));

let made = 0;
async function mappingFile(text: string, name = `mapping-${++made}.mjs`): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

const once = (text: string): AsyncIterable<Uint8Array> => Readable.from([Buffer.from(text)]);

async function read(mapping: string, text: string, settings: ReadSettings = {}): Promise<ImportedRow[]> {
  const reader = await csv.open({ mapping: await mappingFile(mapping), ...settings });
  const rows: ImportedRow[] = [];
  for await (const block of reader.rows(readLines(once(text), reader.encoding))) rows.push(...block);
  return rows;
}

const plain =
  'export const toRecords = (row, { line }) => ({ kind: "call", id: row.id, labels: { line: String(line), note: row.note } });';

describe('csv', () => {
  it('names the fields by the header and gives the mapping the line', async () => {
    const rows = await read(plain, 'id,note\n1,"two\nlines"\n2,x\n');
    expect(rows).toEqual([
      {
        line: 2,
        raw: '1,"two\nlines"',
        records: [{ kind: 'call', id: '1', labels: { line: '2', note: 'two\nlines' } }],
      },
      { line: 4, raw: '2,x', records: [{ kind: 'call', id: '2', labels: { line: '4', note: 'x' } }] },
    ]);
  });

  it('refuses rows of another width, and broken ones, and reads the rest', async () => {
    const rows = await read(plain, 'id,note\n1\n2,x\n3,x,y\n"4"4,x\n5,x\n');
    expect(rows.map(({ line, refusal }) => [line, refusal?.code, refusal?.message])).toEqual([
      [2, 'wrong_columns', 'has 1 fields where the header has 2'],
      [3, undefined, undefined],
      [4, 'wrong_columns', 'has 3 fields where the header has 2'],
      [5, 'broken_row', 'its quotes are broken'],
      [6, undefined, undefined],
    ]);
    expect(rows[0]?.raw).toBe('1');
  });

  it('refuses what the mapping refuses, with its words', async () => {
    const mapping = `export const toRecords = ({ a }) => {
      if (a === '1') return { error: 'a is 1' };
      if (a === '2') throw new Error('a is 2');
      if (a === '3') return undefined;
      return [{ kind: 'call', id: a }, { kind: 'leg', call: a }];
    };`;
    const rows = await read(mapping, 'a\n1\n2\n3\n4\n');
    expect(rows.map(({ refusal, records }) => refusal?.message ?? records.length)).toEqual(['a is 1', 'a is 2', 0, 2]);
  });

  it('gives records without an id one that is the same in every reading', async () => {
    const mapping = `export const toRecords = (row, { rowId }) => [{ kind: 'call' }, { kind: 'leg', call: rowId }];`;
    const text = 'a,b\n1,2\n1,2\n3,4\n';
    const ids = (await read(mapping, text)).flatMap(({ records }) =>
      records.map((record) => (record as { id: string }).id),
    );
    expect(new Set(ids).size).toBe(6);
    expect(ids[1]).toBe(`${ids[0]}-2`);
    expect(ids[2]).toBe(`${ids[0]}.2`);
    const again = await read(mapping, text);
    expect(again.flatMap(({ records }) => records.map((record) => (record as { id: string }).id))).toEqual(ids);
  });

  it('reads times on the clocks of the zone, and asks for the zone when there is none', async () => {
    const mapping = `export const toRecords = ({ at }, { time }) => ({ kind: 'call', id: '1', startedAt: time(at) });`;
    const [row, bad] = await read(mapping, 'at\n2024-07-01 12:00:00\nnoon\n', { timeZone: 'Europe/Berlin' });
    expect(row?.records[0]).toMatchObject({ startedAt: Date.parse('2024-07-01T10:00:00Z') });
    expect(bad?.refusal?.message).toBe('"noon" is no time such as 2024-01-27 15:07:24');
    const [offset] = await read(mapping, 'at\n2024-07-01 12:00:00+02:00\n');
    expect(offset?.records[0]).toMatchObject({ startedAt: Date.parse('2024-07-01T10:00:00Z') });
    await expect(read(mapping, 'at\n2024-07-01 12:00:00\n')).rejects.toThrow(
      'have no zone: say whose clocks they show',
    );
  });

  it('follows the options of the mapping', async () => {
    const mapping = `export const options = { delimiter: '\\t', quote: null, header: ['a', 'b'], source: 'pbx' };
      export const toRecords = (row) => ({ kind: 'call', id: row.a, topic: row.b });`;
    expect((await read(mapping, '1\t"x\n2\ty\n')).map(({ records }) => records[0])).toEqual([
      { kind: 'call', id: '1', topic: '"x' },
      { kind: 'call', id: '2', topic: 'y' },
    ]);
    expect((await csv.open({ mapping: await mappingFile(mapping) })).source).toBe('pbx');
    expect((await csv.open({ mapping: await mappingFile(plain, 'bank.mapping.mjs') })).source).toBe('bank');
  });

  it.each([
    ['export const nothing = 1;', 'exports no function toRecords(row, context)'],
    ['export const toRecords = 1;', 'exports no function toRecords(row, context)'],
    ['export const toRecords = (', 'cannot be loaded: '],
    [
      'export const options = { delimeter: ";" }; export const toRecords = () => [];',
      'is wrong about its options: Unrecognized key',
    ],
    [
      'export const options = { encoding: "klingon" }; export const toRecords = () => [];',
      'is wrong about its options.encoding: is no encoding',
    ],
    [
      'export const options = { header: ["a", "a"] }; export const toRecords = () => [];',
      'The header names the column "a" twice',
    ],
  ])('says what is wrong with the mapping %s', async (text, message) => {
    await expect(csv.open({ mapping: await mappingFile(text) })).rejects.toThrow(message);
  });

  it('has an example that reads the file that it shows', async () => {
    const mapping = fileURLToPath(new URL('../../../../docs/examples/csv-mapping.mjs', import.meta.url));
    const shown = [...(await readFile(mapping, 'utf8')).matchAll(/^ \* {5}(id,.*|2024.*)$/gm)].map(([, line]) => line);
    const reader = await csv.open({ mapping, timeZone: 'Europe/Berlin' });
    const rows: ImportedRow[] = [];
    for await (const block of reader.rows(readLines(once(shown.join('\n'))))) rows.push(...block);
    expect(reader.source).toBe('old-pbx');
    expect(rows[0]?.records).toEqual([
      expect.objectContaining({
        status: 'answered',
        answeredAt: Date.parse('2024-01-27T15:07:40+01:00'),
        operator: 'anna',
      }),
      expect.objectContaining({
        kind: 'queue_entry',
        leftAt: Date.parse('2024-01-27T15:07:40+01:00'),
        reason: 'answered',
      }),
    ]);
  });

  it('says what is wrong with the file or the command', async () => {
    await expect(read(plain, 'id,id\n1,2\n')).rejects.toThrow('The header names the column "id" twice');
    await expect(read('export const toRecords = async () => [];', 'a\n1\n')).rejects.toThrow('is asynchronous');
    await expect(csv.open({})).rejects.toThrow('The format csv needs a mapping');
    await expect(csv.open({ mapping: join(folder, 'none.mjs') })).rejects.toThrow(
      /^There is no mapping .*none\.mjs\.$/,
    );
    await expect(csv.open({ mapping: folder })).rejects.toThrow('is not a file');
  });
});
