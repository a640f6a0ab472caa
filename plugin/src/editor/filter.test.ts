import { narrowing, withOperator, withValues } from './filter';

describe('withValues', () => {
  it.each([
    ['=', ['a'], '='],
    ['=', ['a', 'b'], '=|'],
    ['!=', ['a', 'b'], '!=|'],
    ['=|', ['a'], '=|'],
    ['=~', ['a', 'b'], '=~'],
  ])('%s with %p is %s', (operator, values, expected) => {
    expect(withValues({ key: 'queue', operator, values: [] }, values)).toEqual({
      key: 'queue',
      operator: expected,
      values,
    });
  });
});

describe('withOperator', () => {
  it('keeps one value of "is" and all of others', () => {
    const filter = { key: 'queue', operator: '=|', values: ['a', 'b'] };
    expect(withOperator(filter, '!=')).toEqual({ key: 'queue', operator: '!=', values: ['a'] });
    expect(withOperator(filter, '!=|').values).toEqual(['a', 'b']);
  });
});

describe('narrowing', () => {
  it('is what the other finished filters say, where it applies', () => {
    const filters = [
      { key: 'queue', operator: '=', values: ['a'] },
      { key: 'status', operator: '=|', values: [] },
      { key: '', operator: '=', values: ['x'] },
      { key: 'channel', operator: '=', values: ['web'] },
    ];
    expect(narrowing(filters, 0)).toEqual([{ key: 'channel', operator: '=', values: ['web'], optional: true }]);
  });
});
