import type { SwitchboardQuery } from '../query/model';
import { catalogue as small, largeCatalogue } from '../testing/catalogue';
import { applicable, columnsOf, groupable, metricsFor, type Setting } from './applicable';

/** The settings that make sense for a query, of those in question. */
function fitting(query: Partial<SwitchboardQuery>, settings: Setting[]): Setting[] {
  const fits = applicable({ refId: 'A', ...query }, largeCatalogue);
  return settings.filter((name) => fits[name]);
}

describe('applicable', () => {
  it.each([
    ['time_series', ['moreMetrics', 'groupBy', 'interval']],
    ['table', ['moreMetrics', 'groupBy', 'interval']],
    ['single', ['moreMetrics', 'groupBy']],
    ['heatmap', ['groupBy', 'interval']],
    ['states', ['groupBy', 'operators']],
    ['facts', ['records']],
  ])('%s has %p', (format, expected) => {
    const asked: Setting[] = ['moreMetrics', 'groupBy', 'interval', 'records', 'operators'];
    expect(fitting({ metrics: ['calls'], format }, asked)).toEqual(expected);
  });

  it.each([
    [['calls'], ['compare', 'share', 'cumulative', 'dropOpenBucket']],
    [['service_level'], ['compare', 'dropOpenBucket', 'minDenominator']],
    [
      ['calls', 'wait_time'],
      ['compare', 'dropOpenBucket', 'minDenominator'],
    ],
    [['intake_age_seconds'], []],
    [['$metric'], ['compare', 'share', 'cumulative', 'dropOpenBucket']],
  ])('%p has %p', (metrics, expected) => {
    const asked: Setting[] = ['compare', 'share', 'cumulative', 'dropOpenBucket', 'minDenominator'];
    expect(fitting({ metrics }, asked)).toEqual(expected);
  });

  it('adds up over time or takes shares, not both, and only over steps', () => {
    const asked: Setting[] = ['share', 'cumulative', 'shareOfSteps'];
    expect(fitting({ metrics: ['calls'], cumulative: true }, asked)).toEqual(['cumulative', 'shareOfSteps']);
    expect(fitting({ metrics: ['calls'], share: 'total' }, asked)).toEqual(['share', 'shareOfSteps']);
    expect(fitting({ metrics: ['calls'], interval: 'none' }, asked)).toEqual(['share']);
    expect(fitting({ metrics: ['calls'], format: 'table' }, asked)).toEqual(['share']);
  });

  it('limits groups where there are some', () => {
    expect(fitting({ metrics: ['calls'], groupBy: ['queue'] }, ['top'])).toEqual(['top']);
    expect(fitting({ metrics: ['calls'] }, ['top'])).toEqual([]);
  });

  it('looks for customer messages where there are dialogues', () => {
    expect(fitting({ metrics: ['dialogues'] }, ['withCustomerMessages'])).toHaveLength(1);
    expect(fitting({ metrics: ['calls'] }, ['withCustomerMessages'])).toEqual([]);
    expect(fitting({ metrics: ['service_level'] }, ['withCustomerMessages'])).toHaveLength(1);
  });

  it('has two parts of a ratio alone', () => {
    expect(fitting({ metrics: ['service_level'], format: 'facts' }, ['part'])).toEqual(['part']);
    expect(fitting({ metrics: ['calls'], format: 'facts' }, ['part'])).toEqual([]);
    expect(fitting({ metrics: ['wait_time'], format: 'facts' }, ['part'])).toEqual([]);
    expect(fitting({ metrics: ['$metric'], format: 'facts' }, ['part'])).toEqual(['part']);
    const [, , ratio] = largeCatalogue.metrics;
    const overTime = { ...small, metrics: ratio ? [{ ...ratio, aggregation: 'avg' }] : [] };
    expect(applicable({ refId: 'A', metrics: ['service_level'], format: 'facts' }, overTime).part).toBe(false);
  });
});

describe('metricsFor', () => {
  const ids = (format?: string) => metricsFor(format, largeCatalogue).map(({ id }) => id);

  it('offers what the format can show', () => {
    expect(ids()).toHaveLength(6);
    expect(ids('states')).toEqual(['presence_time']);
    expect(ids('facts')).not.toContain('intake_age_seconds');
    const unlisted = {
      ...small,
      facts: [{ name: 'calls', columns: [], withCustomerMessages: false, multiValued: [] }],
    };
    expect(metricsFor('facts', unlisted).map(({ id }) => id)).toEqual(['dialogues']);
  });
});

describe('columnsOf', () => {
  it('are those that the service tells, else the dimensions', () => {
    const [calls] = small.metrics;
    if (!calls) throw new Error('The catalogue has metrics.');
    expect(columnsOf(calls, small)).toEqual(['time', 'id', 'status', 'talkSeconds']);
    expect(columnsOf(calls, { ...small, facts: [] })).toEqual(['time', 'id', 'source', 'status', 'queue']);
  });
});

describe('groupable', () => {
  it('is everything but for states', () => {
    const dimensions = [{ id: 'queue' }, { id: 'state' }];
    expect(groupable('table', dimensions)).toBe(dimensions);
    expect(groupable('states', dimensions)).toEqual([{ id: 'state' }]);
  });
});
