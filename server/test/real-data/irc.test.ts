import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeRealData, expectedBy, RealDataDatabase, realFile, type ImportSummary } from './real-file.js';

interface Expected {
  dialogues: number;
  messages: number;
  sizes: Record<string, number>;
  byCustomers: number;
  withOperator: number;
}

const words = ['--mapping', 'irc.mapping.mjs', '--time-zone', 'UTC'];

describeRealData('a real support channel with annotated dialogues', () => {
  const file = realFile('irc-support/stripe.1.ascii.txt');
  let database: RealDataDatabase;
  let expected: Expected;
  let first: ImportSummary;

  beforeAll(async () => {
    expected = expectedBy<Expected>('irc.mjs', file, realFile('irc-support/stripe.1.annotation.txt'));
    database = await RealDataDatabase.open();
    first = await database.import('csv', file, ...words);
  });
  afterAll(async () => database.drop());

  it('becomes the dialogues that people saw in it', async () => {
    expect(first).toMatchObject({ rows: 1200, facts: expected.dialogues + expected.messages, quarantined: 0 });
    expect(
      await database.table('select id as key, customer_messages + operator_messages as value from fact.dialogue'),
    ).toEqual(expected.sizes);
  });

  it('has its messages on either side', async () => {
    expect(
      await database.table(
        `select 'byCustomers' as key, count(*) as value from fact.message where author = 'customer'
         union all select 'messages', count(*) from fact.message
         union all select 'withOperator', count(*) from fact.dialogue where outcome = 'operator'`,
      ),
    ).toEqual({ byCustomers: expected.byCustomers, messages: expected.messages, withOperator: expected.withOperator });
  });

  it('adds nothing when it is imported again', async () => {
    expect(await database.import('csv', file, ...words)).toMatchObject({ facts: 0, duplicates: first.facts });
  });
});
