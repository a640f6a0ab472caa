import { fakeTemplates } from '../testing/templates';
import type { SwitchboardQuery } from './model';
import { asksSomething, expandFilters, normalise } from './normalise';

const templates = fakeTemplates({
  channel: { value: ['web', 'viber'] },
  one: { value: ['web'] },
  status: { value: ['$__all'], options: ['answered', 'busy'] },
  metric: { value: 'calls' },
  metrics: { value: ['calls', 'messages'] },
  dimension: { value: '$__all', options: ['status', 'trunk'] },
  step: { value: '1h' },
  zone: { value: 'Asia/Tokyo' },
  on: { value: 'true' },
  off: { value: 'false' },
  odd: { value: ['a.b', 'c|d'] },
});
const around = { templates };

describe('normalise', () => {
  it('leaves a query without variables as it is, but for the version and empty lists', () => {
    const query: SwitchboardQuery = {
      refId: 'A',
      metrics: ['calls', { id: 'service_level', as: 'sl20', params: { threshold: 20 }, filters: [] }],
      groupBy: ['status'],
      filters: [{ key: 'channel', operator: '=|', values: ['web', 'viber'], optional: true }],
      interval: '1d',
      format: 'time_series',
      window: 'today',
      compare: 'previous_week',
      top: { by: 'calls', limit: 5 },
      cumulative: true,
      minDenominator: 10,
    };
    expect(normalise(query, around)).toEqual({ ...query, schemaVersion: 1 });
    expect(normalise({ refId: 'A' }, around)).toEqual({
      refId: 'A',
      schemaVersion: 1,
      metrics: [],
      groupBy: [],
      filters: [],
    });
  });

  it('keeps what it does not know, so that the service can refuse it in words', () => {
    expect(normalise({ refId: 'A', metrics: ['calls'], ...{ filtres: [] } }, around)).toMatchObject({ filtres: [] });
  });

  it('does not change the saved query', () => {
    const saved: SwitchboardQuery = {
      refId: 'A',
      metrics: ['$metric'],
      filters: [{ key: 'channel', operator: '=', values: ['$channel'] }],
    };
    const before = JSON.stringify(saved);
    normalise(saved, around);
    expect(JSON.stringify(saved)).toBe(before);
  });

  it('makes numbers of the variables of parameters', () => {
    const params = { threshold: '$seconds', classes: [1, 2], variant: 'offered' };
    const query: SwitchboardQuery = { refId: 'A', metrics: [{ id: 'service_level', params }] };
    const asked = normalise(query, { templates: fakeTemplates({ seconds: { value: '30' } }) });
    expect(asked.metrics).toEqual([
      { id: 'service_level', params: { threshold: 30, classes: [1, 2], variant: 'offered' } },
    ]);
  });

  it('fills in variables wherever a name or a word stands', () => {
    const query: SwitchboardQuery = {
      refId: 'A',
      metrics: [
        '$metrics',
        { id: '$metric', as: 'mine', filters: [{ key: 'status', operator: '=', values: ['$status'] }] },
      ],
      groupBy: ['$dimension', 'channel'],
      interval: '$step',
      columns: ['$dimension', 'id'],
      timeZone: '$zone',
      top: { by: '$metric', limit: 3 },
    };
    expect(normalise(query, around)).toMatchObject({
      metrics: ['calls', 'messages', { id: 'calls', as: 'mine', filters: [] }],
      groupBy: ['status', 'trunk', 'channel'],
      interval: '1h',
      columns: ['status', 'trunk', 'id'],
      timeZone: 'Asia/Tokyo',
      top: { by: 'calls', limit: 3 },
    });
  });

  it.each([
    ['$on', true],
    ['$off', false],
    ['', false],
    ['$nosuch', '$nosuch'],
    [true, true],
  ])('reads the switch %p as %p', (withCustomerMessages, expected) => {
    expect(normalise({ refId: 'A', metrics: ['calls'], withCustomerMessages }, around)).toMatchObject({
      withCustomerMessages: expected,
    });
  });

  it("puts the dashboard's ad-hoc filters beside the query's own", () => {
    const query: SwitchboardQuery = {
      refId: 'A',
      metrics: ['calls'],
      filters: [{ key: 'status', operator: '=', values: ['busy'] }],
    };
    const adHoc = [{ key: 'trunk', operator: '=', value: 't1' }];
    expect(normalise(query, { templates, adHoc }).filters).toEqual([
      { key: 'status', operator: '=', values: ['busy'] },
      { key: 'trunk', operator: '=', values: ['t1'], optional: true },
    ]);
    expect(normalise(query, { templates, adHoc: [] }).filters).toHaveLength(1);
  });
});

describe('expandFilters', () => {
  it.each([
    ['=', ['$channel'], '=|', ['web', 'viber']],
    ['!=', ['$channel'], '!=|', ['web', 'viber']],
    ['=', ['$one'], '=', ['web']],
    ['=|', ['$one'], '=|', ['web']],
    ['=|', ['$channel', 'sms'], '=|', ['web', 'viber', 'sms']],
    ['=', ['shop-$one'], '=', ['shop-web']],
    ['=~', ['we.*'], '=~', ['we.*']],
    ['=~', ['$odd'], '=~', ['(a\\.b|c\\|d)']],
    ['!~', ['x-$one.*'], '!~', ['x-web.*']],
    ['=', [''], '=', ['']],
  ])('%s %p becomes %s %p', (operator, values, expected, expanded) => {
    expect(expandFilters([{ key: 'channel', operator, values }], around)).toEqual([
      { key: 'channel', operator: expected, values: expanded },
    ]);
  });

  it.each(['=', '!=', '=|', '!=|', '=~', '!~'])('All sends no filter (%s)', (operator) => {
    expect(expandFilters([{ key: 'status', operator, values: ['$status'] }], around)).toEqual([]);
    expect(expandFilters([{ key: 'status', operator, values: ['busy', '$status'] }], around)).toEqual([]);
  });

  it('leaves out filters that are still being made', () => {
    const unfinished = [
      { key: '', operator: '=', values: ['web'] },
      { key: 'channel', operator: '=|', values: [] },
    ];
    expect(expandFilters(unfinished, around)).toEqual([]);
    expect(expandFilters(null, around)).toEqual([]);
  });

  it("uses a repeated panel's own value", () => {
    const scopedVars = { status: { value: 'busy', text: 'Busy' } };
    expect(expandFilters([{ key: 'status', operator: '=', values: ['$status'] }], { templates, scopedVars })).toEqual([
      { key: 'status', operator: '=', values: ['busy'] },
    ]);
  });
});

describe('asksSomething', () => {
  it.each([undefined, {}, { metrics: [] }, { refId: 'A' }])('is false of %p', (query) => {
    expect(asksSomething(query)).toBe(false);
  });

  it('is true of a query with a metric', () => {
    expect(asksSomething({ metrics: ['calls'] })).toBe(true);
  });
});
