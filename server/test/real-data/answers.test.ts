import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startTestApp, type TestApp, type TestTenant } from '../app.js';
import { describeRealData, expectedBy, importFile, realFile } from './real-file.js';

type Counts = Record<string, number>;
interface ExpectedCdr {
  calls: number;
  byStatus: Counts;
  byStatusAndTrunk: Counts;
  talkSeconds: number;
}
interface ExpectedBank {
  byOutcome: Counts;
  byHour: Counts;
  byOutcomeAndHour: Counts;
  queued: number;
  answered: number;
  answeredWaits: number;
  answeredIn20: number;
  abandoned: number;
  abandonedIn5: number;
}
interface ExpectedChannel {
  dialogues: number;
  messages: number;
  byCustomers: number;
  withOperator: number;
  medianFirstResponse: number;
}

/** The way end to end: a real file in by the command, the file's own numbers out of the query that a panel asks. */
describeRealData('what is answered about real files', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.stop());

  async function importAs(slug: string, ...words: readonly string[]): Promise<TestTenant> {
    const tenant = await app.tenant(slug);
    await importFile(app.databaseUrl, ...words, '--tenant', slug);
    return tenant;
  }

  /** A question's table as one object, from group to number. */
  async function ask(
    tenant: TestTenant,
    query: Record<string, unknown>,
    zone = 'UTC',
  ): Promise<Record<string, number>> {
    const [groups, numbers] = (await askColumns(tenant, query, zone)) as [(string | number)[], number[]];
    return Object.fromEntries(groups.map((group, i) => [group, numbers[i] ?? NaN]));
  }

  async function askColumns(tenant: TestTenant, query: Record<string, unknown>, zone = 'UTC'): Promise<unknown[][]> {
    const { body } = await app.call('POST', '/api/v1/query', tenant.readKey, {
      timeZone: zone,
      from: '1990-01-01T00:00:00Z',
      to: '2026-01-01T00:00:00Z',
      queries: [{ refId: 'A', format: 'table', interval: 'none', ...query }],
    });
    return body.results.A.frames[0].data.values as unknown[][];
  }

  /** A table of two dimensions, as "one other" to number. */
  async function askBoth(
    tenant: TestTenant,
    query: Record<string, unknown>,
    zone?: string,
  ): Promise<Record<string, number>> {
    const [one, other, numbers] = await askColumns(tenant, query, zone);
    return Object.fromEntries(one!.map((name, i) => [`${String(name)} ${String(other![i])}`, Number(numbers![i])]));
  }

  /** One number. */
  async function askOne(tenant: TestTenant, id: string, params = {}): Promise<number> {
    const [[value]] = (await askColumns(tenant, { metrics: [{ id, params }], format: 'single' })) as [[number]];
    return value;
  }

  const sum = (table: Record<string, number>): number => Object.values(table).reduce((a, b) => a + b, 0);

  it('Master.csv: calls by status, and how long the answered ones were', async () => {
    const file = realFile('asterisk-cdr/Master.csv');
    const expected = expectedBy<ExpectedCdr>('asterisk-cdr.mjs', file);
    const tenant = await importAs('asterisk', 'asterisk-cdr', file, '--time-zone', 'UTC');
    const statuses = await ask(tenant, { metrics: ['calls'], groupBy: ['status'] });
    expect(statuses).toEqual(expected.byStatus);
    expect(sum(statuses)).toBe(expected.calls);
    expect(await askBoth(tenant, { metrics: ['calls'], groupBy: ['status', 'trunk'] })).toEqual(
      expected.byStatusAndTrunk,
    );
    const average = await ask(tenant, { metrics: ['average_call_duration'], groupBy: ['direction'] });
    const answered = expected.byStatus['answered'] ?? 0;
    expect(average['inbound']).toBeCloseTo(expected.talkSeconds / answered, 6);
  });

  it('january.txt: calls by outcome and by the hour on the clocks of Jerusalem, waits and the service level', async () => {
    const file = realFile('anonymousbank/january.txt');
    const expected = expectedBy<ExpectedBank>('anonymousbank.mjs', file);
    const zone = 'Asia/Jerusalem';
    const tenant = await importAs('bank', 'csv', file, '--mapping', 'anonymousbank.mapping.mjs', '--time-zone', zone);
    expect(await ask(tenant, { metrics: ['calls'], groupBy: ['status'] })).toEqual({
      answered: expected.byOutcome['AGENT'],
      cancelled: expected.byOutcome['HANG'],
      failed: expected.byOutcome['PHANTOM'],
    });
    const hours = await ask(
      tenant,
      {
        metrics: ['calls'],
        groupBy: ['hour_of_day'],
        from: '1999-01-01T00:00:00+02:00',
        to: '1999-02-01T00:00:00+02:00',
      },
      zone,
    );
    expect(Object.fromEntries(Object.entries(hours).map(([hour, calls]) => [Number(hour), calls]))).toEqual(
      expected.byHour,
    );
    const january = { from: '1999-01-01T00:00:00+02:00', to: '1999-02-01T00:00:00+02:00' };
    const both = { metrics: ['calls'], groupBy: ['status', 'hour_of_day'], ...january };
    const words = { answered: 'AGENT', cancelled: 'HANG', failed: 'PHANTOM' };
    expect(
      Object.fromEntries(
        Object.entries(await askBoth(tenant, both, zone)).map(([key, calls]) => {
          const [status, hour] = key.split(' ') as [keyof typeof words, string];
          return [`${words[status]} ${Number(hour)}`, calls];
        }),
      ),
    ).toEqual(expected.byOutcomeAndHour);

    const { queued, answered, answeredWaits, answeredIn20, abandoned, abandonedIn5 } = expected;
    expect(await askOne(tenant, 'queue_entries')).toBe(queued);
    expect(await askOne(tenant, 'average_speed_of_answer')).toBeCloseTo(answeredWaits / answered, 9);
    const patient = abandoned - abandonedIn5;
    const shortAbandon = 5;
    expect(await askOne(tenant, 'queue_entries_abandoned_short', { shortAbandon })).toBe(abandonedIn5);
    expect(await askOne(tenant, 'abandon_rate', { shortAbandon })).toBeCloseTo(
      (patient / (queued - abandonedIn5)) * 100,
      9,
    );
    expect(await askOne(tenant, 'service_level', { threshold: 20, shortAbandon })).toBeCloseTo(
      (answeredIn20 / (answered + patient)) * 100,
      9,
    );
  }, 120_000);

  it('the support channel: its dialogues, and the messages of either side', async () => {
    const file = realFile('irc-support/stripe.1.ascii.txt');
    const expected = expectedBy<ExpectedChannel>('irc.mjs', file, realFile('irc-support/stripe.1.annotation.txt'));
    const tenant = await importAs('channel', 'csv', file, '--mapping', 'irc.mapping.mjs', '--time-zone', 'UTC');
    const outcomes = await ask(tenant, { metrics: ['dialogues'], groupBy: ['outcome'] });
    expect(sum(outcomes)).toBe(expected.dialogues);
    expect(outcomes['operator']).toBe(expected.withOperator);
    const authors = await ask(tenant, { metrics: ['messages'], groupBy: ['author'] });
    expect(authors['customer']).toBe(expected.byCustomers);
    expect(sum(authors)).toBe(expected.messages);
    expect(await askOne(tenant, 'first_response_time')).toBe(expected.medianFirstResponse);
  });
});
