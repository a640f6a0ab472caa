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

  it.each([{ type: 'ADD_FILTER' }, { type: 'ADD_FILTER', options: { key: 'status' } }, { type: 'toString', options }])(
    'leaves the query at %p',
    (click) => {
      expect(withClick(query, click)).toBe(query);
    },
  );
});
