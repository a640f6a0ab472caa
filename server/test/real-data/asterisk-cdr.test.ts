import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeRealData, expectedBy, RealDataDatabase, realFile, type ImportSummary } from './real-file.js';

interface Expected {
  rows: number;
  calls: number;
  byStatus: Record<string, number>;
  talkSeconds: number;
  byTrunk: Record<string, number>;
  answeredByExtension: Record<string, number>;
}

describeRealData('a real Master.csv', () => {
  const file = realFile('asterisk-cdr/Master.csv');
  let database: RealDataDatabase;
  let expected: Expected;
  let first: ImportSummary;

  beforeAll(async () => {
    expected = expectedBy<Expected>('asterisk-cdr.mjs', file);
    database = await RealDataDatabase.open();
    first = await database.import('asterisk-cdr', file, '--time-zone', 'UTC');
  });
  afterAll(async () => database.drop());

  it('is read whole: a leg for each row', async () => {
    expect(first).toMatchObject({ rows: expected.rows, quarantined: 0 });
    expect(first.facts + first.duplicates).toBe(2 * expected.rows);
    expect(await database.table("select 'legs' as key, count(*) as value from fact.leg")).toEqual({
      legs: expected.rows,
    });
    expect(first.text).not.toContain('is the time zone');
  });

  it('is far fewer calls than rows, each as good as its best leg', async () => {
    const statuses = await database.table('select eff_status as key, count(*) as value from fact.call group by 1');
    expect(statuses).toEqual(expected.byStatus);
    expect(Object.values(statuses).reduce((a, b) => a + b)).toBe(expected.calls);
    expect(expected.calls).toBeLessThan(expected.rows / 2);
  });

  it('lasts as long as the file says', async () => {
    expect(
      await database.table(
        `select 'seconds' as key, sum(duration_ms) / 1000 as value from fact.call where eff_status = 'answered'`,
      ),
    ).toEqual({ seconds: expected.talkSeconds });
  });

  it('came in over its trunks to its extensions', async () => {
    expect(await database.table('select eff_trunk as key, count(*) as value from fact.call group by 1')).toEqual(
      expected.byTrunk,
    );
    expect(
      await database.table(
        `select eff_operator as key, count(*) as value from fact.call
         where eff_status = 'answered' and eff_operator is not null group by 1`,
      ),
    ).toEqual(expected.answeredByExtension);
    expect(await database.table('select eff_direction as key, count(*) as value from fact.call group by 1')).toEqual({
      inbound: expected.calls,
    });
  });

  it('adds nothing when it is imported again', async () => {
    expect(await database.import('asterisk-cdr', file, '--time-zone', 'UTC')).toMatchObject({
      ...{ rows: expected.rows, facts: 0, duplicates: 2 * expected.rows, quarantined: 0 },
    });
  });

  it('shows in its own unique ids when the wrong zone is named', async () => {
    const { text } = await database.import('asterisk-cdr', file, '--time-zone', 'Europe/Moscow', '--source', 'wrong');
    expect(text).toContain(
      'Most rows start 3 h earlier than their unique ids say: is the time zone Europe/Moscow right?',
    );
  });
});
