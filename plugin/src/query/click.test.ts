import type { SwitchboardQuery } from './model';
import { withClick } from './click';

const query: SwitchboardQuery = {
  refId: 'A',
  metrics: ['calls'],
  filters: [{ key: 'queue', operator: '=|', values: ['a'] }],
};
const options = { key: 'status', value: 'busy' };

describe('withClick', () => {
  it('filters for a value, once', () => {
    const once = withClick(query, { type: 'ADD_FILTER', options });
    expect(once.filters).toEqual([...(query.filters ?? []), { key: 'status', operator: '=', values: ['busy'] }]);
    expect(withClick(once, { type: 'ADD_FILTER', options })).toEqual(once);
  });

  it('turns a filter for a value into one against it', () => {
    const filtered = withClick(query, { type: 'ADD_FILTER', options });
    expect(withClick(filtered, { type: 'ADD_FILTER_OUT', options }).filters).toEqual([
      ...(query.filters ?? []),
      { key: 'status', operator: '!=', values: ['busy'] },
    ]);
  });

  const of = (operator: string, ...values: string[]) => ({ key: 'status', operator, values });

  it.each([
    ['=|', ['busy', 'failed'], [of('=', 'busy')]],
    ['!=|', ['busy', 'failed'], [of('!=|', 'failed'), of('=', 'busy')]],
    ['!=', ['busy'], [of('=', 'busy')]],
    ['=~', ['b.*'], [of('=~', 'b.*'), of('=', 'busy')]],
  ])('filtering for a value, beside %s %p', (operator, values, filters) => {
    const before = { refId: 'A', filters: [of(operator, ...values)] };
    expect(withClick(before, { type: 'ADD_FILTER', options }).filters).toEqual(filters);
  });

  it.each([
    ['=|', ['busy', 'failed'], [of('=|', 'failed')]],
    ['=|', ['busy'], [of('!=', 'busy')]],
    ['!=', ['failed'], [of('!=|', 'failed', 'busy')]],
    ['!=|', ['failed', 'busy'], [of('!=|', 'failed', 'busy')]],
    ['=|', [], [of('=|'), of('!=', 'busy')]],
  ])('filtering a value out, beside %s %p', (operator, values, filters) => {
    const before = { refId: 'A', filters: [of(operator, ...values)] };
    expect(withClick(before, { type: 'ADD_FILTER_OUT', options }).filters).toEqual(filters);
  });

  it.each([{}, { top: { limit: 3 } }])('leaves the query at Others, which is no value, with %p', (limited) => {
    const asked = { ...query, ...limited };
    expect(withClick(asked, { type: 'ADD_FILTER', options: { key: 'status', value: 'Others' } })).toBe(asked);
  });

  it.each([{ type: 'ADD_FILTER' }, { type: 'ADD_FILTER', options: { key: 'status' } }, { type: 'toString', options }])(
    'leaves the query at %p',
    (click) => {
      expect(withClick(query, click)).toBe(query);
    },
  );
});
