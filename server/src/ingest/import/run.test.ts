import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { records } from './records.js';
import type { Intake } from '../intake.js';
import { runImport, type ImportRun } from './run.js';
import { summarise } from './tally.js';

function chunks(lines: readonly string[]): AsyncIterable<Uint8Array> {
  const blocks = Array.from({ length: Math.ceil(lines.length / 700) }, (_, i) => lines.slice(i * 700, (i + 1) * 700));
  return Readable.from(blocks.map((block) => Buffer.from(`${block.join('\n')}\n`)));
}

/** An intake that knows ids, refuses those that start with a minus, and remembers what it was given. */
function memory() {
  const known = new Set<string>();
  const batches: number[] = [];
  const refused: Parameters<Intake['refuse']>[0][number][] = [];
  const intake: ImportRun['intake'] = {
    accept: ({ records: given }) => {
      batches.push(given.length);
      const ids = given.map((record) => (record as { id: string }).id);
      const rejected = ids.flatMap((id, index) =>
        id.startsWith('-') ? [{ index, code: 'invalid_field', message: 'id is negative', quarantine: 'q' }] : [],
      );
      const fresh = new Set(ids.filter((id) => !id.startsWith('-') && !known.has(id)));
      for (const id of fresh) known.add(id);
      return Promise.resolve({ stored: fresh.size, duplicates: given.length - fresh.size - rejected.length, rejected });
    },
    refuse: (rows) => {
      refused.push(...rows);
      return Promise.resolve();
    },
  };
  return { intake, batches, refused };
}

async function run(lines: readonly string[], to = memory(), signal?: AbortSignal) {
  const reader = await records.open({});
  const run = {
    reader,
    content: chunks(lines),
    file: 'f.ndjson',
    intake: to.intake,
    tenant: 7,
    source: 's',
    writtenAt: 5,
  };
  return runImport(signal === undefined ? run : { ...run, signal });
}

const numbered = (count: number) =>
  Array.from({ length: count }, (_, i) => JSON.stringify({ kind: 'call', id: String(i) }));

describe('runImport', () => {
  it('sends batches of at most 5,000 records and adds up the answers', async () => {
    const to = memory();
    expect(await run(numbered(12_001), to)).toMatchObject({
      rows: 12_001,
      stored: 12_001,
      duplicates: 0,
      quarantined: 0,
    });
    expect(to.batches).toEqual([5000, 5000, 2001]);
    expect(await run(numbered(12_001), to)).toMatchObject({ rows: 12_001, stored: 0, duplicates: 12_001 });
  });

  it('names the line of everything that was refused, by the reader or by the intake', async () => {
    const to = memory();
    const tally = await run(['{"id":"1"}', 'nonsense', '', '{"id":"-1"}', '{"id":"2"}'], to);
    expect(tally).toMatchObject({ rows: 4, stored: 2, quarantined: 2 });
    expect(tally.complaints).toEqual([
      { line: 2, message: 'is not one JSON value' },
      { line: 4, message: 'id is negative' },
    ]);
    expect(to.refused).toEqual([
      {
        ...{ tenant: 7, source: 's', code: 'broken_row', message: 'is not one JSON value' },
        raw: { file: 'f.ndjson', line: 2, row: 'nonsense' },
      },
    ]);
  });

  it('stores nothing of a file that is not of its format at all', async () => {
    const to = memory();
    await expect(
      run(
        Array.from({ length: 3000 }, () => 'nonsense'),
        to,
      ),
    ).rejects.toThrow(
      'None of the first 1000 rows can be read, so nothing was imported; line 1: is not one JSON value.',
    );
    expect(to.refused).toEqual([]);
  });

  it('goes on through any number of bad rows once a good one was read', async () => {
    const to = memory();
    const tally = await run([...numbered(1), ...Array.from({ length: 3000 }, () => 'nonsense'), ...numbered(2)], to);
    expect(tally).toMatchObject({ rows: 3003, stored: 2, duplicates: 1, quarantined: 3000 });
    expect(tally.complaints).toHaveLength(20);
    expect(to.refused).toHaveLength(3000);
  });

  it('stops after the batch in hand when it is told to', async () => {
    const tally = await run(numbered(12_000), memory(), AbortSignal.abort());
    expect(tally.rows).toBe(700);
    expect(tally.stored).toBe(700);
  });
});

describe('summarise', () => {
  it('says rows, facts, duplicates and quarantined, and the lines to blame', () => {
    const tally = {
      rows: 31599,
      stored: 48000,
      duplicates: 12,
      quarantined: 3,
      complaints: [{ line: 17, message: 'has 16 fields' }],
    };
    expect(summarise(tally, 'january.txt', 12.34, ['All is well.'])).toEqual([
      'january.txt: 31,599 rows in 12.3 s',
      '  facts        48,000',
      '  duplicates   12',
      '  quarantined  3',
      '    line 17: has 16 fields',
      '    and 2 more',
      'All is well.',
    ]);
  });
});
