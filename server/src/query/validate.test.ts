import { describe, expect, it } from '@jest/globals';
import { Query } from './query.schema.js';
import { type Defaults, validate } from './validate.js';

const defaults: Defaults = {
  zone: 'Europe/Moscow',
  weekStart: 'monday',
  now: Date.parse('2026-11-08T12:00:00Z'),
  from: Date.parse('2026-11-01T00:00:00Z'),
  to: Date.parse('2026-11-08T00:00:00Z'),
  parameters: { threshold: 20, shortAbandon: 5, minCount: 3 },
};
const check = (query: object) => validate(Query.parse({ refId: 'A', metrics: ['calls'], ...query }), defaults);
const filter = (key: string, operator: string, ...values: string[]) => ({ key, operator, values });

describe('a query', () => {
  it('is complete with no more than a metric', () => {
    expect(check({})).toMatchObject({
      format: 'time_series',
      interval: '15m',
      groupBy: [],
      filters: [],
      range: { from: defaults.from, to: defaults.to },
      zone: 'Europe/Moscow',
      top: null,
      compare: null,
      notices: [],
    });
  });

  it('keeps parameters in milliseconds, the tenant’s where it names none', () => {
    const metrics = [{ id: 'service_level', as: 'sl', params: { threshold: 30 } }];
    expect(check({ metrics }).metrics[0]).toMatchObject({
      as: 'sl',
      parameters: { threshold: 30_000, shortAbandon: 5_000, minCount: 3 },
    });
  });

  it('drops filters without values, and optional ones that do not apply, with a notice', () => {
    const { filters, notices } = check({
      filters: [filter('status', '='), { ...filter('author', '=', 'bot'), optional: true }, filter('trunk', '=', 'a')],
    });
    expect(filters).toEqual([filter('trunk', '=', 'a')]);
    expect(notices).toEqual([
      { severity: 'warning', text: 'The filter on author does not apply to calls and was ignored.' },
    ]);
  });

  it('keeps an optional filter for the metrics that have the dimension', () => {
    const optional = { ...filter('author', '=', 'bot'), optional: true };
    const { filters, metrics, notices } = check({ metrics: ['calls', 'messages'], filters: [optional] });
    expect([filters, ...metrics.map((metric) => metric.filters)]).toEqual([[], [], [optional]]);
    expect(notices).toHaveLength(1);
  });

  it('orders by the metric that is called so, before one whose id it is', () => {
    const metrics = [
      { id: 'calls', as: 'all' },
      { id: 'calls_missed', as: 'calls' },
    ];
    expect(check({ metrics, groupBy: ['queue'], top: { by: 'calls', limit: 3 } }).top?.by.id).toBe('calls_missed');
    expect(check({ metrics, groupBy: ['queue'], top: { by: 'all', limit: 3 } }).top?.by.id).toBe('calls');
  });

  it('tells money apart by currency', () => {
    expect(check({ metrics: ['chat_cost'], groupBy: ['channel'] }).groupBy).toEqual(['channel', 'currency']);
  });

  it.each([
    [{ metrics: ['cals'] }, 'There is no metric “cals”: did you mean “calls”?'],
    [{ groupBy: ['chanel'] }, 'There is no dimension “chanel”.'],
    [{ metrics: ['dialogues'], groupBy: ['chanel'] }, 'There is no dimension “chanel”: did you mean “channel”?'],
    [{ metrics: ['calls', 'dialogues'], groupBy: ['trunk'] }, 'The metric “dialogues” has no dimension “trunk”'],
    [{ filters: [filter('author', '=', 'bot')] }, 'The metric “calls” has no dimension “author”'],
    [{ filters: [filter('status', '=~', '(')] }, 'The regular expression “(” is not valid.'],
    [{ metrics: [{ id: 'calls', params: { threshold: 5 } }] }, 'The metric “calls” has no parameter “threshold”.'],
    [{ metrics: [{ id: 'service_level', params: { percentile: 5 } }] }, 'it has “threshold” and “shortAbandon”'],
    [{ metrics: [{ id: 'service_level', params: { threshold: -1 } }] }, 'must be 0 to 86400 seconds'],
    [{ metrics: ['calls', 'calls'] }, 'Two metrics are called “calls”'],
    [{ metrics: ['calls', 'asr'], fromAlert: true }, 'An alert rule watches one number: ask for one metric.'],
    [{ compare: 'previous_week', fromAlert: true }, 'An alert rule watches one number: leave out compare.'],
    [{ metrics: ['asr'], cumulative: true }, 'The metric “asr” does not add up, so it cannot be cumulative.'],
    [{ metrics: ['unique_customers_called'], share: 'total' }, 'does not add up, so it cannot be a share.'],
    [{ cumulative: true, share: 'total' }, 'Cumulative and share cannot be combined.'],
    [{ cumulative: true, interval: 'none' }, 'Cumulative needs an interval.'],
    [{ format: 'single', interval: '1d' }, 'A single value has no interval'],
    [{ format: 'heatmap' }, 'A heatmap needs one metric and one dimension.'],
    [{ top: { limit: 5 } }, 'The top groups need groupBy.'],
    [
      { groupBy: ['status'], top: { limit: 5, by: 'asr' } },
      'The query has no metric “asr” to order by: it has “calls”.',
    ],
    [{ metrics: ['calls', 'call_cost'] }, 'Money is told apart by currency'],
    [{ withCustomerMessages: true }, 'The metric “calls” has no dialogues'],
    [{ metrics: ['intake_age_seconds'], interval: '1h' }, 'A state of this moment has no history'],
    [{ metrics: ['intake_age_seconds', 'calls'] }, 'can be neither compared nor asked for together'],
    [{ from: '2026-11-09T00:00:00Z' }, 'The range is empty'],
    [{ compare: 'yesterday' }, '“yesterday” is nothing to compare with'],
  ])('that is %j is refused in a sentence', (query, sentence) => {
    expect(() => check(query)).toThrow(sentence);
  });
});
