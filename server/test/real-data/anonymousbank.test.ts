import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeRealData, expectedBy, RealDataDatabase, realFile, type ImportSummary } from './real-file.js';

interface Expected {
  rows: number;
  malformed: number[];
  ids: number;
  byOutcome: Record<'AGENT' | 'HANG' | 'PHANTOM', number>;
  byHour: Record<string, number>;
  byDay: Record<string, number>;
  byServer: Record<string, number>;
  queued: number;
  waitedSeconds: number;
  abandoned: number;
  talkSeconds: number;
  untimedAnswers: number;
  pastMidnight: number;
}

const words = ['--mapping', 'anonymousbank.mapping.mjs', '--time-zone', 'Asia/Jerusalem'];

describeRealData('a month of a real call centre', () => {
  const file = realFile('anonymousbank/january.txt');
  let database: RealDataDatabase;
  let folder: string;
  let expected: Expected;
  let first: ImportSummary;

  beforeAll(async () => {
    expected = expectedBy<Expected>('anonymousbank.mjs', file);
    folder = await mkdtemp(join(tmpdir(), 'damaged-'));
    database = await RealDataDatabase.open();
    first = await database.import('csv', file, ...words);
  }, 120_000);
  afterAll(async () => {
    await database.drop();
    await rm(folder, { recursive: true });
  });

  it('becomes a call for each row, whatever its reused ids, and a stay in the queue where it queued', async () => {
    expect(expected.ids).toBe(expected.rows);
    expect(first).toMatchObject({
      rows: expected.rows + expected.malformed.length,
      ...{ facts: expected.rows + expected.queued, duplicates: 0, quarantined: expected.malformed.length },
    });
    expect(
      await database.table(
        `select 'calls' as key, count(*) as value from fact.call where at is not null
         union all select 'queued', count(*) from fact.queue_entry where at is not null`,
      ),
    ).toEqual({ calls: expected.rows, queued: expected.queued });
  });

  it('has its outcomes', async () => {
    expect(await database.table('select eff_status as key, count(*) as value from fact.call group by 1')).toEqual({
      answered: expected.byOutcome.AGENT,
      cancelled: expected.byOutcome.HANG,
      failed: expected.byOutcome.PHANTOM,
    });
  });

  it('has its hours and days on the clocks of Jerusalem', async () => {
    const local = "at at time zone 'Asia/Jerusalem'";
    expect(
      await database.table(
        `select extract(hour from ${local})::int4 as key, count(*) as value from fact.call group by 1`,
      ),
    ).toEqual(expected.byHour);
    expect(
      await database.table(`select to_char(${local}, 'YYMMDD') as key, count(*) as value from fact.call group by 1`),
    ).toEqual(expected.byDay);
  });

  it('was answered by its agents', async () => {
    expect(
      await database.table(
        `select eff_operator as key, count(*) as value from fact.call
         where eff_status = 'answered' and eff_operator is not null group by 1`,
      ),
    ).toEqual(expected.byServer);
  });

  it('waited, and talked past midnight, as long as its clocks say', async () => {
    expect(
      await database.table(
        `select 'waited' as key, sum(extract(epoch from left_at - entered_at)) as value from fact.queue_entry
         union all select 'abandoned', count(*) from fact.queue_entry where reason = 'abandoned'
         union all select 'talked', sum(duration_ms) / 1000 from fact.call where eff_status = 'answered'
         union all select 'untimed', count(*) from fact.call where eff_status = 'answered' and duration_ms is null
         union all select 'midnight', count(*) from fact.call
           where (answered_at at time zone 'Asia/Jerusalem')::date < (ended_at at time zone 'Asia/Jerusalem')::date`,
      ),
    ).toEqual({
      ...{ waited: expected.waitedSeconds, abandoned: expected.abandoned, talked: expected.talkSeconds },
      ...{ untimed: expected.untimedAnswers, midnight: expected.pastMidnight },
    });
  });

  it('adds nothing when it is imported again', async () => {
    expect(await database.import('csv', file, ...words)).toMatchObject({
      ...{ rows: first.rows, facts: 0, duplicates: first.facts, quarantined: expected.malformed.length },
    });
  }, 120_000);

  it('loses only the rows in which a tab became spaces, and names their lines', async () => {
    const lines = (await readFile(file, 'latin1')).split('\n').slice(0, 2001);
    const damaged = [17, 1203, 2001];
    for (const line of damaged) lines[line - 1] = (lines[line - 1] ?? '').replace('\t', '    ');
    const copy = join(folder, 'january-damaged.txt');
    await writeFile(copy, `${lines.join('\n')}\n`, 'latin1');
    expect(expectedBy<Expected>('anonymousbank.mjs', copy)).toMatchObject({ rows: 1997, malformed: damaged });
    const { text, ...summary } = await database.import('csv', copy, ...words, '--source', 'damaged');
    expect(summary).toMatchObject({ rows: 2000, quarantined: 3 });
    for (const line of damaged) expect(text).toContain(`line ${line}: has 16 fields where the header has 17`);
    expect(
      await database.query<{ line: number }>(
        `select (record::jsonb ->> 'line')::int4 as line, code, source from quarantine order by 1`,
      ),
    ).toEqual(damaged.map((line) => ({ line, code: 'wrong_columns', source: 'damaged' })));
    expect(
      await database.table("select 'calls' as key, count(*) as value from fact.call where source = 'damaged'"),
    ).toEqual({
      calls: 1997,
    });
  });
});
