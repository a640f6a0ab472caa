import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { asteriskCdr } from './asterisk-cdr.js';
import type { ImportedRow } from './format.js';
import { readLines } from './lines.js';

const once = (text: string): AsyncIterable<Uint8Array> => Readable.from([Buffer.from(text)]);

async function read(text: string, timeZone?: string) {
  const reader = await asteriskCdr.open(timeZone === undefined ? {} : { timeZone });
  const rows: ImportedRow[] = [];
  for await (const block of reader.rows(readLines(once(text)))) rows.push(...block);
  return { rows, notices: reader.notices() };
}

// 1706369600 is 2024-01-27 15:33:20 UTC.
const line = (unique: string, clid = '"Some ""one""" <1>', disposition = 'ANSWERED') =>
  `"","1","2","ctx","${clid.replaceAll('"', '""')}","SIP/a-1","","Hangup","","2024-01-27 15:33:20","","2024-01-27 15:34:00",40,0,"${disposition}","DOCUMENTATION","${unique}",""\n`;

describe('asterisk-cdr', () => {
  it('reads quotes and line ends inside fields, and says how the columns were understood', async () => {
    const { rows, notices } = await read(line('1706369600.6') + line('1706369600.7', 'Some\none'), 'UTC');
    expect(rows.map(({ line: number, records }) => [number, records.length])).toEqual([
      [1, 2],
      [2, 2],
    ]);
    expect(notices).toEqual(['2 rows have the columns: the 16 fixed ones, uniqueid, userfield.']);
  });

  it('refuses damaged rows by themselves', async () => {
    const { rows } = await read(
      `${line('1706369600.6')}1,2,3\n${line('1706369600.7', 'x', '40')}${line('1706369600.8')}`,
      'UTC',
    );
    expect(rows.map(({ line: number, refusal }) => [number, refusal?.message])).toEqual([
      [1, undefined],
      [2, 'has 3 fields; a row of cdr_csv has 16 to 21'],
      [3, 'disposition is none of Asterisk\'s: "40"'],
      [4, undefined],
    ]);
    expect(rows[2]?.refusal?.field).toBe('disposition');
  });

  it('tells rows apart that are equal in every column', async () => {
    const { rows } = await read(line('1706369600.6').repeat(2), 'UTC');
    const ids = rows.map(({ records }) => (records[0] as { id: string }).id);
    expect(ids[1]).toBe(`${ids[0]}.2`);
  });

  it('needs to be told the zone', async () => {
    await expect(read(line('1706369600.6'))).rejects.toThrow('such as "2024-01-27 15:33:20", have no zone');
    const offset = line('1706369600.6').replace('15:33:20', '15:33:20+0000').replace('15:34:00', '15:34:00+0000');
    expect((await read(offset)).rows[0]?.records[0]).toMatchObject({ startedAt: 1706369600000 });
  });

  it('doubts a zone that the unique ids contradict', async () => {
    const { notices } = await read(line('1706369600.6'), 'Europe/Moscow');
    expect(notices[1]).toBe(
      'Most rows start 3 h earlier than their unique ids say: is the time zone Europe/Moscow right?',
    );
  });
});
