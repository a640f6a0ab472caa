import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Frame } from '../../src/query/frame.js';
import { createTestDatabase, type TestDatabase } from '../database.js';
import { ask as askFrames, type Asked, single, table } from './asking.js';
import { insertFacts } from './rows.js';

const TENANT = 1;
const money = (amount: string, currency: string) => ({ cost_amount: amount, cost_currency: currency });

describe('answers', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    const at = (day: number, hour = '10') => `2026-11-0${day}T${hour}:00:00Z`;
    await insertFacts(database.pool, TENANT, 'dialogue', [
      { at: at(2), channel: 'web', chat: 'shop', outcome: 'bot_only', ...money('0.10', 'EUR') },
      { at: at(2), channel: 'web', chat: 'shop', outcome: 'operator', ...money('0.20', 'EUR') },
      { at: at(3), channel: 'web', chat: 'help', outcome: 'bot_only', ...money('7', 'USD') },
      { at: at(3), channel: 'viber', chat: 'shop', outcome: 'bot_only' },
      { at: at(5), channel: 'line', chat: 'help', customer_messages: 1 },
      { at: '2026-10-27T10:00:00Z', channel: 'web', chat: 'shop' },
      { at: '2026-10-27T10:00:00Z', channel: 'sms', chat: 'shop' },
    ]);
    await insertFacts(database.pool, TENANT, 'name', [
      { at: at(1), dimension: 'chat', value: 'shop', label: 'Shop window' },
      { at: at(1), seen: 5, dimension: 'chat', value: 'shop', label: 'The shop' },
    ]);
  });
  afterAll(() => database.drop());

  const ask = (query: Asked) => askFrames(database.pool, TENANT, query);
  const rows = (query: Asked) => table(database.pool, TENANT, query);
  /** Field name with labels -> values, without the time. */
  const seriesOf = ({ schema, data }: Frame) =>
    Object.fromEntries(
      schema.fields
        .slice(1)
        .map(({ name, labels }, index) => [[name, ...Object.values(labels ?? {})].join(' '), data.values[index + 1]]),
    );
  const series = async (query: Asked) => seriesOf((await ask({ interval: '1d', ...query }))[0]!);

  it('have a zero for each bucket without a fact, and null where a ratio has nothing to divide by', async () => {
    expect(await series({ metrics: ['dialogues', 'dialogues_bot_percent'] })).toEqual({
      dialogues: [0, 2, 2, 0, 1, 0, 0],
      dialogues_bot_percent: [null, 50, 100, null, 0, null, null],
    });
    const nothing = { from: '2020-01-01T00:00:00Z', to: '2020-01-02T00:00:00Z', interval: 'none' };
    expect(await rows({ metrics: ['dialogues', 'asr'], ...nothing })).toEqual([{ dialogues: 0, asr: null }]);
  });

  it('say null where the denominator is too small', async () => {
    expect(await series({ metrics: ['dialogues_bot_percent'], minDenominator: 2 })).toEqual({
      dialogues_bot_percent: [null, 50, 100, null, null, null, null],
    });
  });

  it('have no fields where no group has anything', async () => {
    const [frame] = await ask({ metrics: ['dialogues'], groupBy: ['channel'], from: 0, to: 1000 });
    expect(frame).toMatchObject({ schema: { meta: { type: 'timeseries-wide' }, fields: [] }, data: { values: [] } });
  });

  it('add up over time', async () => {
    expect(await series({ metrics: ['dialogues'], groupBy: ['channel'], cumulative: true })).toEqual({
      'dialogues web': [0, 2, 3, 3, 3, 3, 3],
      'dialogues viber': [0, 0, 1, 1, 1, 1, 1],
      'dialogues line': [0, 0, 0, 0, 1, 1, 1],
    });
  });

  it('are shares of everything, shown or not', async () => {
    const top = { limit: 1, others: false };
    expect(await rows({ metrics: ['dialogues'], groupBy: ['channel'], share: 'total', top })).toEqual([
      { channel: 'web', dialogues: 60 },
    ]);
    expect(await series({ metrics: ['dialogues'], groupBy: ['channel'], share: 'bucket' })).toEqual({
      'dialogues web': [null, 100, 50, null, 0, null, null],
      'dialogues viber': [null, 0, 50, null, 0, null, null],
      'dialogues line': [null, 0, 0, null, 100, null, null],
    });
  });

  it('show the top groups and add up the others from their facts', async () => {
    const top = { by: 'dialogues', limit: 1 };
    const metrics = ['dialogues', 'dialogues_bot_percent'];
    expect(await rows({ metrics, groupBy: ['channel'], top })).toEqual([
      { channel: 'web', dialogues: 3, dialogues_bot_percent: (2 / 3) * 100 },
      { channel: 'Others', dialogues: 2, dialogues_bot_percent: 50 },
    ]);
    const [frame] = await ask({ metrics, groupBy: ['channel'], top, format: 'table' });
    expect(frame!.schema.meta['notices']).toEqual([
      { severity: 'info', text: 'Only the first 1 of 3 groups is shown; the rest is added up as Others.' },
    ]);
    expect(
      await rows({ metrics: ['dialogues'], groupBy: ['channel'], top: { limit: 1, order: 'asc', others: false } }),
    ).toEqual([{ channel: 'line', dialogues: 1 }]);
  });

  it('are compared with the same days before', async () => {
    expect(await rows({ metrics: ['dialogues'], groupBy: ['channel'], compare: 'previous_week' })).toEqual([
      { channel: 'web', dialogues: 3, dialogues_previous_week: 1 },
      { channel: 'viber', dialogues: 1, dialogues_previous_week: 0 },
      { channel: 'line', dialogues: 1, dialogues_previous_week: 0 },
      { channel: 'sms', dialogues: 0, dialogues_previous_week: 1 },
    ]);
    expect(await series({ metrics: ['dialogues'], compare: 'previous_period' })).toEqual({
      dialogues: [0, 2, 2, 0, 1, 0, 0],
      'dialogues previous_period': [0, 0, 2, 0, 0, 0, 0],
    });
  });

  it('never add up currencies', async () => {
    expect(await rows({ metrics: ['chat_cost'] })).toEqual([
      { currency: 'EUR', chat_cost: 0.3 },
      { currency: 'USD', chat_cost: 7 },
    ]);
    expect(await rows({ metrics: ['chat_cost'], groupBy: ['chat'], top: { limit: 1 } })).toEqual([
      { chat: 'help', currency: 'USD', chat_cost: 7 },
      { chat: 'Others', currency: 'EUR', chat_cost: 0.3 },
    ]);
    expect(await rows({ metrics: ['chat_cost'], groupBy: ['chat'], share: 'total' })).toEqual([
      { chat: 'help', currency: 'USD', chat_cost: 100 },
      { chat: 'shop', currency: 'EUR', chat_cost: 100 },
    ]);
  });

  it('drop the bucket that is not over yet', async () => {
    const to = '2026-11-08T12:00:00Z';
    const times = async (dropOpenBucket: boolean) =>
      (await ask({ metrics: ['dialogues'], interval: '1d', to, dropOpenBucket }))[0]!.data.values[0];
    expect(await times(false)).toHaveLength(8);
    expect(await times(true)).toHaveLength(7);
    const [closed] = await ask({ metrics: ['dialogues'], interval: '1d', dropOpenBucket: true });
    expect(closed!.data.values[0]).toHaveLength(7);
  });

  describe('of today at 15:20, asked for until midnight', () => {
    // In Moscow, three hours ahead: 2, 9, 14 and 15 o'clock today, 14 and 23 o'clock yesterday.
    const LATER = 5;
    const now = Date.parse('2026-11-08T12:20:00Z');
    beforeAll(async () => {
      const today = ['07T23:30', '08T06:05', '08T11:10', '08T12:05'];
      const times = [...today, '07T11:59', '07T20:00'].map((at) => ({ at: `2026-11-${at}:00Z` }));
      await insertFacts(database.pool, LATER, 'dialogue', times);
    });
    const hourly = { metrics: ['dialogues'], interval: '1h', from: '2026-11-07T21:00:00Z', to: '2026-11-08T21:00:00Z' };
    const frame = async (query: Asked) => (await askFrames(database.pool, LATER, { ...hourly, ...query }, { now }))[0]!;
    const counts = async (query: Asked = {}) => seriesOf(await frame(query));
    const soFar = [0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 1];
    const yesterday = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1];
    const notYet = [null, null, null, null, null, null, null, null];

    it('end with the hour that has begun, or with the last that is over', async () => {
      expect(await counts()).toEqual({ dialogues: soFar });
      expect((await frame({})).data.values[0]!.at(-1)).toBe(Date.parse('2026-11-08T12:00:00Z'));
      expect(await counts({ dropOpenBucket: true })).toEqual({ dialogues: soFar.slice(0, 15) });
      expect((await frame({ dropOpenBucket: true })).data.values[0]!.at(-1)).toBe(Date.parse('2026-11-08T11:00:00Z'));
      const byHour = await frame({ format: 'table', fromAlert: true });
      expect(byHour.data.values.map((column) => column.length)).toEqual([16, 16]);
    });

    it('are the same for a window', async () => {
      const window = { window: 'today', from: null, to: null };
      expect(await counts(window)).toEqual({ dialogues: soFar });
      expect(await counts({ ...window, dropOpenBucket: true })).toEqual({ dialogues: soFar.slice(0, 15) });
      const months = { window: 'this_year', from: null, to: null, interval: '1M' };
      expect(await counts(months)).toEqual({ dialogues: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6] });
      expect(await counts({ ...months, dropOpenBucket: true })).toEqual({ dialogues: Array(10).fill(0) });
    });

    it('run on where the whole day before stands beside them', async () => {
      expect(await counts({ compare: 'previous_period' })).toEqual({
        dialogues: [...soFar, ...notYet],
        'dialogues previous_period': yesterday,
      });
      expect(await counts({ compare: 'previous_period', dropOpenBucket: true })).toEqual({
        dialogues: soFar.slice(0, 15),
        'dialogues previous_period': yesterday.slice(0, 15),
      });
      expect(await counts({ compare: 'previous_period', cumulative: true })).toEqual({
        dialogues: [0, 0, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 4, ...notYet],
        'dialogues previous_period': [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2],
      });
    });

    it('are no data where nothing has begun or is over', async () => {
      const none = { schema: { meta: { type: 'timeseries-wide' }, fields: [] }, data: { values: [] } };
      const later = { from: '2026-11-08T15:00:00Z' };
      expect(await frame(later)).toMatchObject(none);
      expect(await frame({ from: '2026-11-08T12:00:00Z', dropOpenBucket: true })).toMatchObject(none);
      expect(await single(database.pool, LATER, { ...hourly, ...later, interval: 'none' }, { now })).toBeNull();
    });

    it('keep what the fast clock of a sender told of later hours', async () => {
      await insertFacts(database.pool, 6, 'dialogue', [{ at: '2026-11-08T14:30:00Z' }]);
      const asked = { ...hourly, from: '2026-11-08T12:00:00Z' };
      expect(seriesOf((await askFrames(database.pool, 6, asked, { now }))[0]!)).toEqual({ dialogues: [0, null, 1] });
    });

    it('say that a day is not over, where it looks like less and people look at it', async () => {
      const notices = async (query: Asked) => (await frame(query)).schema.meta['notices'];
      const days = { interval: '1d', from: '2026-11-01T21:00:00Z' };
      const open = (word: string) => [{ severity: 'info', text: `The last ${word} is not over yet.` }];
      expect(await notices(days)).toEqual(open('day'));
      expect(await notices({ ...days, interval: '1w' })).toEqual(open('week'));
      for (const quiet of [
        { ...days, to: '2026-11-07T21:00:00Z' },
        { ...days, dropOpenBucket: true },
        { ...days, fromAlert: true },
        { ...days, metrics: ['dialogues_bot_percent'] },
        { interval: '1h' },
        { interval: 'none', format: 'single' },
      ]) {
        expect(await notices(quiet)).toBeUndefined();
      }
    });
  });

  it('keep only what belongs to dialogues in which the customer wrote', async () => {
    expect(await single(database.pool, TENANT, { metrics: ['dialogues'], withCustomerMessages: true })).toBe(1);
  });

  it('reach back to the first fact where all is asked for', async () => {
    const earliest = Date.parse('2026-10-27T10:00:00Z');
    const all = { metrics: ['dialogues'], window: 'all' };
    expect(await single(database.pool, TENANT, all, { earliest })).toBe(7);
    expect(await single(database.pool, TENANT, { ...all, window: 'today' })).toBe(0);
  });

  it('group by the wall clock of the zone', async () => {
    const byHour = { metrics: ['dialogues'], groupBy: ['hour_of_day'] };
    expect(await rows(byHour)).toEqual([{ hour_of_day: '13', dialogues: 5 }]);
    expect(await table(database.pool, TENANT, byHour, { zone: 'Asia/Kathmandu' })).toEqual([
      { hour_of_day: '15', dialogues: 5 },
    ]);
    expect(await rows({ metrics: ['dialogues'], groupBy: ['day_of_week'] })).toEqual([
      { day_of_week: '1', dialogues: 2 },
      { day_of_week: '2', dialogues: 2 },
      { day_of_week: '4', dialogues: 1 },
    ]);
  });

  it('call values by their names', async () => {
    const [frame] = await ask({ metrics: ['dialogues'], groupBy: ['chat'], format: 'table' });
    const [chat] = frame!.schema.fields;
    expect(frame!.data.values[0]).toEqual(['help', 'shop']);
    expect(chat!.config['mappings']).toEqual([{ type: 'value', options: { shop: { text: 'The shop' } } }]);
  });

  it('say in words what was counted', async () => {
    const [frame] = await ask({
      metrics: ['dialogues'],
      groupBy: ['channel'],
      filters: [{ key: 'outcome', operator: '=|', values: ['bot_only', ''] }],
      interval: '1d',
      compare: 'previous_week',
    });
    expect(frame!.schema.meta['executedQueryString']).toBe(
      'Dialogues by channel, where outcome is bot_only, unknown, each day, 2026-11-01 00:00 to 2026-11-08 00:00 (Europe/Moscow), compared with the previous week',
    );
  });

  it('are cut to the thousand largest groups, with a notice', async () => {
    const tenant = 2;
    const client = await database.pool.connect();
    await client.query('begin');
    await client.query("select set_config('app.tenant', '2', true)");
    await client.query(
      `insert into fact.call (tenant, k, source, id, at, customer)
       select 2, gen_random_uuid(), 'test', n::text, '2026-11-02T10:00:00Z', 'customer ' || least(n, 1500) from generate_series(1, 1600) n`,
    );
    await client.query('commit');
    client.release();
    const [frame] = await askFrames(database.pool, tenant, {
      metrics: ['calls'],
      groupBy: ['customer'],
      format: 'table',
    });
    const [names, calls] = frame!.data.values as [string[], number[]];
    expect([names.length, names[0], calls[0], names.at(-1), calls.at(-1)]).toEqual([
      1001,
      'customer 1500',
      101,
      'Others',
      500,
    ]);
    expect(frame!.schema.meta['notices']).toEqual([
      { severity: 'info', text: 'Only the first 1,000 of 1,500 groups are shown; the rest is added up as Others.' },
    ]);
  });
});
