import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../database.js';
import { ask, table } from './asking.js';
import { insertFacts } from './rows.js';

const iso = (text: string) => Date.parse(`${text}Z`);

describe('what lasts', () => {
  let database: TestDatabase;
  let pool: pg.Pool;
  let tenant = 0;
  beforeAll(async () => {
    database = await createTestDatabase();
    pool = database.pool;
  });
  afterAll(() => database.drop());

  const given = async (facts: Readonly<Record<string, readonly object[]>>) => {
    tenant += 1;
    for (const [kind, rows] of Object.entries(facts)) {
      await insertFacts(pool, tenant, kind, rows as Readonly<Record<string, unknown>>[]);
    }
  };
  /** The numbers of each field of a time series, without its times. */
  const series = async (query: object, around: object = {}) => {
    const [frame] = await ask(pool, tenant, { format: 'time_series', ...query }, around);
    return frame!.data.values.slice(1);
  };
  const online = (since: string, until: string | null) => ({
    operator: 'ann', state: 'online', at: since, ended_at: until,
  }); // prettier-ignore

  it('is cut at midnights of a zone, where a day may have 25 hours', async () => {
    await given({ presence: [online('2026-10-24T21:00:00Z', '2026-10-25T23:30:00Z')] });
    const query = {
      metrics: ['online_time'],
      interval: '1d',
      from: iso('2026-10-23T22:00'),
      to: iso('2026-10-26T23:00'),
    };
    expect(await series(query, { zone: 'Europe/Berlin' })).toEqual([[3600, 90_000, 1800]]);
    expect(await series({ ...query, cumulative: true }, { zone: 'Europe/Berlin' })).toEqual([[3600, 93_600, 95_400]]);
  });

  it('is divided by as much time as the day has', async () => {
    await given({ call: [{ at: '2026-10-24T21:00:00Z', eff_ended_at: '2026-10-25T23:30:00Z' }] });
    const query = { interval: '1d', from: iso('2026-10-23T22:00'), to: iso('2026-10-26T23:00') };
    const average = await series({ ...query, metrics: ['concurrent_calls_average'] }, { zone: 'Europe/Berlin' });
    expect(average).toEqual([[1 / 24, 1, 0.5 / 24]]);
  });

  it('is cut at hours that begin at a quarter', async () => {
    await given({ presence: [online('2026-11-03T10:00:00Z', '2026-11-03T10:30:00Z')] });
    const query = {
      metrics: ['online_time'],
      interval: '1h',
      from: iso('2026-11-03T09:15'),
      to: iso('2026-11-03T12:15'),
    };
    expect(await series(query, { zone: 'Asia/Kathmandu' })).toEqual([[900, 900, 0]]);
  });

  it('has no numbers where time has not come yet, and as many in the open bucket as time has passed', async () => {
    const open = '2026-11-03T11:30:00Z';
    await given({
      presence: [online(open, null)],
      queue_entry: [{ at: open }],
      dialogue: [{ at: open }, { at: '2026-11-03T11:00:00Z', closed_at: '2026-11-03T12:00:00Z' }],
      call: [{ at: open }, ...Array.from({ length: 9 }, () => ({ at: '2026-11-03T12:10:00Z', eff_status: 'busy' }))],
    });
    const query = { interval: '1h', from: iso('2026-11-03T11:00'), to: iso('2026-11-03T15:00') };
    const metrics = [
      'online_time', 'operators_online', 'operators_online_peak', 'queue_now', 'longest_wait_now', 'backlog',
      'concurrent_calls_peak', 'concurrent_calls_average', 'cps_average', 'cps_peak', 'calls',
    ]; // prettier-ignore
    expect(await series({ ...query, metrics }, { zone: 'UTC', now: iso('2026-11-03T12:30') })).toEqual([
      [1800, 1800],
      [1, 1],
      [1, 1],
      [1, 1],
      [1800, 3600],
      [2, 1],
      [1, 1],
      [0.5, 1],
      [1 / 3600, 9 / 1800],
      [1, 9],
      [1, 9],
    ]);
    const later = { ...query, from: iso('2026-11-03T13:00'), metrics: ['queue_now', 'concurrent_calls_average'] };
    expect(await series(later, { zone: 'UTC', now: iso('2026-11-03T12:30') })).toEqual([]);
  });

  it('peaks at one where one ends as the other begins, also at the edge of a bucket, and carries over', async () => {
    await given({
      call: [
        { at: '2026-11-03T11:30:00Z', eff_ended_at: '2026-11-03T11:40:00Z' },
        { at: '2026-11-03T11:40:00Z', eff_ended_at: '2026-11-03T12:00:00Z' },
        { at: '2026-11-03T12:00:00Z', eff_ended_at: '2026-11-03T14:10:00Z' },
        { at: '2026-11-03T14:05:00Z', eff_ended_at: '2026-11-03T14:06:00Z' },
      ],
    });
    const query = {
      metrics: ['concurrent_calls_peak'],
      interval: '1h',
      from: iso('2026-11-03T11:00'),
      to: iso('2026-11-03T16:00'),
    };
    expect(await series(query, { zone: 'UTC' })).toEqual([[1, 1, 1, 2, 0]]);
  });

  it('is counted anew for others and for the range before, never added', async () => {
    const call = (trunk: string, since: string, until: string) => ({
      eff_trunk: trunk, at: `2026-11-03T${since}:00Z`, eff_ended_at: `2026-11-03T${until}:00Z`,
    }); // prettier-ignore
    await given({
      call: [
        call('a', '12:00', '12:10'),
        call('a', '12:05', '12:15'),
        call('b', '12:00', '12:10'),
        call('c', '12:10', '12:20'),
        call('c', '11:10', '11:20'),
      ],
    });
    const rows = await table(pool, tenant, {
      metrics: ['concurrent_calls_peak'],
      groupBy: ['trunk'],
      top: { limit: 1 },
      from: iso('2026-11-03T12:00'),
      to: iso('2026-11-03T13:00'),
      compare: '1h',
    });
    expect(rows).toEqual([
      { trunk: 'a', concurrent_calls_peak: 2, concurrent_calls_peak_1h: 0 },
      { trunk: 'Others', concurrent_calls_peak: 1, concurrent_calls_peak_1h: 1 },
    ]);
  });

  it('counts those who were there in each of their groups, and shares their time', async () => {
    await given({
      presence: [
        { ...online('2026-11-03T10:00:00Z', '2026-11-03T11:00:00Z'), group: 'chat', source: 'web' },
        { ...online('2026-11-03T10:30:00Z', '2026-11-03T11:30:00Z'), group: 'voice', source: 'pbx' },
        { ...online('2026-11-03T10:00:00Z', '2026-11-03T10:30:00Z'), operator: 'bob', group: 'voice' },
      ],
    });
    const range = { from: iso('2026-11-03T00:00'), to: iso('2026-11-04T00:00') };
    expect(await table(pool, tenant, { metrics: ['online_time'], groupBy: ['group'], ...range })).toEqual([
      { group: 'chat', online_time: 3600 },
      { group: 'voice', online_time: 5400 },
    ]);
    expect(await table(pool, tenant, { metrics: ['online_time'], ...range })).toEqual([{ online_time: 7200 }]);
    const shares = { metrics: ['online_time'], groupBy: ['operator'], share: 'total', ...range };
    expect(await table(pool, tenant, shares)).toEqual([
      { operator: 'ann', online_time: 75 },
      { operator: 'bob', online_time: 25 },
    ]);
  });

  it('stands at the end of its range where it is a state without buckets', async () => {
    await given({ queue_entry: [{ at: '2026-11-03T11:30:00Z' }] });
    const query = {
      metrics: ['queue_now'],
      interval: 'none',
      from: iso('2026-11-03T11:00'),
      to: iso('2026-11-03T15:00'),
    };
    const [frame] = await ask(pool, tenant, { format: 'time_series', ...query }, { now: iso('2026-11-03T12:30') });
    expect(frame!.data.values).toEqual([[iso('2026-11-03T12:30')], [1]]);
  });

  it.each([
    [
      { metrics: ['concurrent_calls_peak'], cumulative: true, interval: '1h' },
      'does not add up, so it cannot be cumulative',
    ],
    [{ metrics: ['queue_now'], groupBy: ['queue'], share: 'total' }, 'does not add up, so it cannot be a share'],
    [{ metrics: ['cps_average'], groupBy: ['trunk'], share: 'total' }, 'does not add up, so it cannot be a share'],
    [{ metrics: ['online_time'], groupBy: ['hour_of_day'] }, 'The metric “online_time” has no dimension “hour_of_day”'],
  ])('that is asked for as %j is refused', async (query, sentence) => {
    await expect(ask(pool, 1, query)).rejects.toThrow(sentence);
  });
});
