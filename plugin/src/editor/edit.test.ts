import { fieldName, type SwitchboardQuery } from '../query/model';
import { largeCatalogue } from '../testing/catalogue';
import {
  usualInterval,
  withAdded,
  withFilters,
  withFormat,
  withGroupBy,
  withInterval,
  withLimit,
  withMetric,
  withoutMetric,
  withParameter,
  withReplaced,
  withSettings,
  withTop,
} from './edit';

const query: SwitchboardQuery = {
  refId: 'A',
  metrics: ['calls', { id: 'service_level', params: { threshold: 20 } }],
  groupBy: ['status'],
};

describe('metrics', () => {
  it('are added under a name that is free', () => {
    expect(withAdded({ refId: 'A' }, 'calls').metrics).toEqual(['calls']);
    const twice = withAdded(query, 'calls');
    expect(twice.metrics?.[2]).toEqual({ id: 'calls', as: 'calls_2' });
    expect(withAdded(twice, 'calls').metrics?.map(fieldName)).toEqual(['calls', 'service_level', 'calls_2', 'calls_3']);
  });

  it('are taken out, and nothing is ordered by what is gone', () => {
    const ordered = { ...query, top: { limit: 3, by: 'service_level' } };
    expect(withoutMetric(ordered, 1)).toEqual({ ...query, metrics: ['calls'], top: { limit: 3 } });
    expect(withoutMetric(ordered, 0).top).toEqual({ limit: 3, by: 'service_level' });
  });

  it('keep filters and the parameters they share when one takes the place of another', () => {
    const filters = [{ key: 'queue', operator: '=', values: ['a'] }];
    const own = { refId: 'A', metrics: [{ id: 'service_level', as: 'sl', params: { threshold: 20 }, filters }] };
    expect(withReplaced(own, 0, 'wait_time', largeCatalogue).metrics).toEqual([{ id: 'wait_time', filters }]);
    expect(withReplaced(query, 1, 'calls', largeCatalogue).metrics).toEqual(['calls', 'calls']);
    expect(withReplaced(query, 1, 'service_level', largeCatalogue).metrics).toEqual(query.metrics);
  });

  it('say as little as there is to say', () => {
    const named = withMetric(query, 0, { as: 'mine' });
    expect(named.metrics?.[0]).toEqual({ id: 'calls', as: 'mine' });
    expect(withMetric(named, 0, { as: '' }).metrics?.[0]).toBe('calls');
    expect(withMetric(query, 7, { as: 'x' })).toBe(query);
  });

  it('get parameters and lose them', () => {
    const both = withParameter(query, 1, 'shortAbandon', 5);
    expect(both.metrics?.[1]).toEqual({ id: 'service_level', params: { threshold: 20, shortAbandon: 5 } });
    expect(withParameter(query, 1, 'threshold', undefined).metrics?.[1]).toBe('service_level');
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
    expect(withLimit({ ...query, top: { limit: 5 } }, undefined)).not.toHaveProperty('top');
  });
});

describe('withTop', () => {
  it('changes only a limit that is there', () => {
    expect(withTop({ ...query, top: { limit: 5 } }, { others: false }).top).toEqual({ limit: 5, others: false });
    expect(withTop(query, { others: false })).toBe(query);
  });
});

describe('withSettings', () => {
  it('sets, and takes away what becomes undefined', () => {
    const compared = withSettings(query, { compare: '7d' });
    expect(compared.compare).toBe('7d');
    expect(withSettings(compared, { compare: undefined })).toEqual(query);
  });
});

describe('withInterval', () => {
  it('adds nothing up over time where there are no steps', () => {
    expect(withInterval({ ...query, cumulative: true }, '1h')).toMatchObject({ interval: '1h', cumulative: true });
    expect(withInterval({ ...query, cumulative: true }, 'none')).not.toHaveProperty('cumulative');
  });
});

describe('withFormat', () => {
  it.each([
    ['time_series', 'auto', 'single', 'none'],
    ['time_series', 'auto', 'table', 'none'],
    ['time_series', '1d', 'table', '1d'],
    ['time_series', '1d', 'single', 'none'],
    ['table', 'none', 'time_series', 'auto'],
    ['single', undefined, 'heatmap', 'auto'],
    ['time_series', '1h', 'facts', '1h'],
  ])('from %s in steps of %p to %s makes them %p', (format, interval, other, expected) => {
    expect(withFormat({ ...query, format, interval }, other)).toMatchObject({ format: other, interval: expected });
  });

  it('leaves behind what means something else elsewhere', () => {
    const records = { ...query, format: 'facts', part: 'denominator', columns: ['id'], limit: 10 };
    const table = withFormat(records, 'table');
    for (const name of ['part', 'columns', 'limit']) expect(table).not.toHaveProperty(name);
  });

  it('keeps of groups what states can be told apart by', () => {
    expect(withFormat({ ...query, groupBy: ['queue', 'reason'] }, 'states').groupBy).toEqual(['reason']);
  });

  it.each([
    [undefined, 'auto'],
    ['heatmap', 'auto'],
    ['table', 'none'],
  ])('of %p has the usual interval %s', (format, interval) => {
    expect(usualInterval(format)).toBe(interval);
  });
});
