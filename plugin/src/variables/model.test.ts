import { readVariableQuery } from './model';

describe('readVariableQuery', () => {
  it.each(['channel', ' channel ', { dimension: 'channel' }, { refId: 'x', query: 'channel' }])('reads %p', (saved) => {
    expect(readVariableQuery(saved)).toEqual({ refId: 'variable', dimension: 'channel', filters: [] });
  });

  it('keeps filters', () => {
    const filters = [{ key: 'queue', operator: '=', values: ['sales'] }];
    expect(readVariableQuery({ refId: 'A', dimension: 'channel', filters })?.filters).toEqual(filters);
  });

  it('leaves out what is no filter', () => {
    const filters = [null, 'x', { key: 'queue' }, { key: 'queue', operator: '=', values: 'sales' }];
    expect(readVariableQuery({ dimension: 'channel', filters })?.filters).toEqual([]);
    expect(readVariableQuery({ dimension: 'channel', filters: 'x' })?.filters).toEqual([]);
  });

  it.each([undefined, null, '', '  ', {}, { refId: 'A' }, { dimension: '' }, { query: '' }, 7])(
    'finds nothing in %p',
    (saved) => {
      expect(readVariableQuery(saved)).toBeUndefined();
    },
  );
});
