import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readLines } from './lines.js';
import { readRows, type Dialect, type Row } from './rows.js';

const commas: Dialect = { delimiter: ',', quote: '"', escape: '"', relaxed: false };

function bytes(content: string | Uint8Array, size: number): AsyncIterable<Uint8Array> {
  const all = typeof content === 'string' ? Buffer.from(content) : content;
  const chunks = Math.ceil(all.length / size);
  return Readable.from(Array.from({ length: chunks }, (_, i) => all.subarray(i * size, (i + 1) * size)));
}

async function read(content: string | Uint8Array, dialect: Partial<Dialect> = {}, size = 7, encoding?: string) {
  const rows: Row[] = [];
  for await (const block of readRows(readLines(bytes(content, size), encoding), { ...commas, ...dialect }))
    rows.push(...block);
  return rows;
}

const short = (rows: Row[]) => rows.map(({ line, fields, fault }) => [line, fault ?? fields]);

describe('readRows', () => {
  it('reads quotes, delimiters and line ends inside quotes, and names the first line of a row', async () => {
    const rows = await read('a,b\r\n"x\r\ny, z","say ""hi"""\r\n\r\nlast,"q"');
    expect(short(rows)).toEqual([
      [1, ['a', 'b']],
      [2, ['x\ny, z', 'say "hi"']],
      [5, ['last', 'q']],
    ]);
  });

  it('refuses a line with broken quotes by itself and goes on with the next one', async () => {
    const rows = await read('a,b\n"x"y,2\nz,3\n1,5" pipe\n4,5\n"open,6\nm,7\n"n","8"\n9,10\n');
    expect(short(rows)).toEqual([
      [1, ['a', 'b']],
      [2, 'its quotes are broken'],
      [3, ['z', '3']],
      [4, 'a quote is opened and never closed'],
      [5, ['4', '5']],
      [6, 'a quote is opened and never closed'],
      [7, ['m', '7']],
      [8, ['n', '8']],
      [9, ['9', '10']],
    ]);
  });

  it('takes stray quotes literally in a relaxed file, and still reads line ends inside quotes', async () => {
    const rows = await read('1,5" pipe\n"two\nlines",6\n', { relaxed: true });
    expect(short(rows)).toEqual([
      [1, ['1', '5" pipe']],
      [2, ['two\nlines', '6']],
    ]);
  });

  it('gives up on a quote that is not closed within 200 lines', async () => {
    const rows = await read(`"open\n${'x,1\n'.repeat(300)}`);
    expect(rows[0]).toMatchObject({ line: 1, fault: 'a quote is opened and never closed' });
    expect(rows).toHaveLength(301);
    expect(rows.at(-1)).toMatchObject({ line: 301, fields: ['x', '1'] });
  });

  it('treats quotes as letters where the file has none', async () => {
    expect(short(await read('a\t"b\nc"\td', { delimiter: '\t', quote: null }))).toEqual([
      [1, ['a', '"b']],
      [2, ['c"', 'd']],
    ]);
  });

  it('knows another escape than the quote', async () => {
    expect(short(await read('"a \\" b","c\nd"\n', { escape: '\\' }))).toEqual([[1, ['a " b', 'c\nd']]]);
  });

  it('refuses a line that never ends without keeping it', async () => {
    const [first, second] = await read(`${'x'.repeat(3_000_000)}\n1,2\n`, {}, 65536);
    expect(first).toMatchObject({ line: 1, fields: [], fault: 'the line is longer than a million characters' });
    expect(first?.text).toHaveLength(10_000);
    expect(second).toMatchObject({ line: 2, fields: ['1', '2'] });
  });

  it('reads other encodings, cut anywhere, and drops a byte order mark', async () => {
    expect(short(await read(Buffer.from('\ufeffимя,😀\n', 'utf8'), {}, 1))).toEqual([[1, ['имя', '😀']]]);
    expect(short(await read(Uint8Array.of(0xe8, 0xec, 0xff), {}, 2, 'windows-1251'))).toEqual([[1, ['имя']]]);
  });

  it('reads back whatever was written by the rules, however the bytes are cut', async () => {
    const field = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', ' ', 'я', '😀', '\t') });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { maxLength: 6 }),
        fc.nat(9),
        async (table, cut) => {
          const text = table.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n');
          expect((await read(text, {}, cut + 1)).map(({ fields }) => fields)).toEqual(table);
        },
      ),
    );
  });
});
