import { describe, expect, it } from '@jest/globals';
import { toCatalogue } from '../../../../server/src/query/catalogue.schema.js';
import { Query, QueryBody } from '../../../../server/src/query/query.schema.js';
import { DEFAULT_SETTINGS } from '../../../../server/src/tenants/settings.schema.js';
import type { Catalogue } from './catalogue.js';
import { type Choice, firstChoice, panelOf, queryOf } from './question.js';

const catalogue = toCatalogue(DEFAULT_SETTINGS) as Catalogue;
const metric = catalogue.metrics.find(({ id }) => id === 'service_level')!;
const week = { from: Date.UTC(2026, 10, 1), to: Date.UTC(2026, 10, 8), timeZone: 'Europe/Moscow' };
const full: Choice = {
  groupBy: ['queue'],
  filters: [
    { key: 'channel', operator: '=|', values: ['web', 'viber'] },
    { key: 'queue', operator: '!~', values: ['vip.*'] },
    { key: 'media', operator: '=|', values: [] },
    { key: null, operator: '=|', values: [] },
  ],
  params: { threshold: 30 },
  interval: 'none',
  range: { from: 'now-7d', to: 'now' },
};

describe('queryOf', () => {
  it('asks for no more than was chosen', () => {
    expect(queryOf(metric, firstChoice(metric), week)).toEqual({
      timeZone: 'Europe/Moscow',
      from: '2026-11-01T00:00:00.000Z',
      to: '2026-11-08T00:00:00.000Z',
      queries: [{ refId: 'A', metrics: ['service_level'], interval: 'auto', format: 'time_series' }],
    });
  });

  it('leaves out filters that are not finished', () => {
    expect(queryOf(metric, full, week).queries).toEqual([
      {
        refId: 'A',
        metrics: [{ id: 'service_level', params: { threshold: 30 } }],
        groupBy: ['queue'],
        filters: [
          { key: 'channel', operator: '=|', values: ['web', 'viber'] },
          { key: 'queue', operator: '!~', values: ['vip.*'] },
        ],
        interval: 'none',
        format: 'table',
      },
    ]);
  });

  it.each([...catalogue.intervals, 'auto', 'none'])('is a question that the service takes, by %s', (interval) => {
    const body = queryOf(metric, { ...full, interval: interval as Choice['interval'] }, week);
    expect(QueryBody.safeParse(body).error).toBeUndefined();
    expect(Query.safeParse(body.queries[0]).error).toBeUndefined();
  });
});

describe('firstChoice', () => {
  it('asks for a state of this moment as one number', () => {
    expect(firstChoice({ timeAxis: null }).interval).toBe('none');
    expect(firstChoice({ timeAxis: 'startedAt' }).interval).toBe('auto');
  });
});

describe('panelOf', () => {
  it.each([
    ['none', 'table'],
    ['1d', 'timeseries'],
  ] as const)('interval %s: a %s', (interval, type) => {
    expect(panelOf(metric, { ...full, interval })).toMatchObject({ type, title: 'Service level' });
  });

  it('draws bars only where numbers add up and stand alone', () => {
    const style = (id: string, choice = firstChoice(metric)) =>
      panelOf(
        catalogue.metrics.find((one) => one.id === id)!,
        choice,
      ).fieldConfig!.defaults['custom'];
    expect(style('calls')).toMatchObject({ drawStyle: 'bars' });
    expect(style('calls', full)).toBeUndefined();
    expect(style('calls', { ...full, interval: '1d' })).toMatchObject({ drawStyle: 'line' });
    expect(style('service_level')).toMatchObject({ drawStyle: 'line' });
  });
});
