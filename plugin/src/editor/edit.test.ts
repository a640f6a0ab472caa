import type { SwitchboardQuery } from '../query/model';
import { unshownSettings, withFilters, withGroupBy, withLimit, withMetrics, withTop } from './edit';

const query: SwitchboardQuery = {
  refId: 'A',
  metrics: ['calls', { id: 'service_level', params: { threshold: 20 } }],
  groupBy: ['status'],
};

describe('withMetrics', () => {
  it("keeps a chosen metric's own settings and order", () => {
    expect(withMetrics(query, ['service_level', 'messages']).metrics).toEqual([
      { id: 'service_level', params: { threshold: 20 } },
      'messages',
    ]);
    expect(withMetrics({ refId: 'A' }, ['calls']).metrics).toEqual(['calls']);
  });
});

describe('withGroupBy', () => {
  it('drops the limit with the last dimension', () => {
    const limited = { ...query, top: { limit: 3 } };
    expect(withGroupBy(limited, ['queue'])).toMatchObject({ groupBy: ['queue'], top: { limit: 3 } });
    expect(withGroupBy(limited, [])).not.toHaveProperty('top');
  });
});

describe('withFilters', () => {
  it('replaces the filters', () => {
    const filters = [{ key: 'status', operator: '=', values: ['busy'] }];
    expect(withFilters(query, filters)).toEqual({ ...query, filters });
  });
});

describe('withLimit', () => {
  it('sets and changes the limit and keeps the rest', () => {
    expect(withLimit(query, 5).top).toEqual({ limit: 5 });
    expect(withLimit({ ...query, top: { limit: 5, others: false } }, 7).top).toEqual({ limit: 7, others: false });
  });

  it.each([Number.NaN, 0, -1, 1.5])('shows all for %p', (limit) => {
    expect(withLimit({ ...query, top: { limit: 5 } }, limit)).not.toHaveProperty('top');
  });
});

describe('withTop', () => {
  it('changes only a limit that is there', () => {
    expect(withTop({ ...query, top: { limit: 5 } }, { others: false }).top).toEqual({ limit: 5, others: false });
    expect(withTop(query, { others: false })).toBe(query);
  });
});

describe('unshownSettings', () => {
  it('names what the editor has no field for', () => {
    expect(unshownSettings({ ...query, window: 'today', compare: '7d', timeZone: 'UTC' })).toEqual([
      'metrics’ own settings',
      'window',
      'compare',
      'timeZone',
    ]);
  });

  it('is silent about what Grafana adds and what is not set', () => {
    const plain: SwitchboardQuery = {
      ...{ refId: 'A', datasource: { uid: 'x' }, hide: true, intervalMs: 5, maxDataPoints: 5 },
      ...{ metrics: ['calls', { id: 'messages' }], cumulative: false, minDenominator: 0, share: null, compare: '' },
    };
    expect(unshownSettings(plain)).toEqual([]);
  });
});
