import { readVariableQuery } from './model';

describe('readVariableQuery', () => {
  it.each(['channel', ' channel ', { dimension: 'channel' }, { refId: 'x', query: 'channel' }])('reads %p', (saved) => {
    expect(readVariableQuery(saved)).toEqual({ refId: 'variable', list: 'values', dimension: 'channel', filters: [] });
  });

  it('keeps filters, and a text with its spaces', () => {
    const filters = [{ key: 'queue', operator: '=', values: ['sales'] }];
    const read = readVariableQuery({ refId: 'A', dimension: 'channel', filters, search: 'a ' });
    expect(read).toMatchObject({ filters, search: 'a ' });
  });

  it('leaves out what is no filter', () => {
    const filters = [null, 'x', { key: 'queue' }, { key: 'queue', operator: '=', values: 'sales' }];
    expect(readVariableQuery({ dimension: 'channel', filters })?.filters).toEqual([]);
    expect(readVariableQuery({ dimension: 'channel', filters: 'x' })?.filters).toEqual([]);
  });

  it.each([
    ['metrics', { list: 'metrics' }],
    [{ list: 'metrics', filters: [] }, { list: 'metrics' }],
    [
      { list: 'metrics', dimension: 'queue' },
      { list: 'metrics', dimension: 'queue' },
    ],
    [' intervals ', { list: 'intervals' }],
    [{ list: 'intervals', intervals: [] }, { list: 'intervals' }],
    [
      { list: 'intervals', intervals: ['1h', 7] },
      { list: 'intervals', intervals: ['1h'] },
    ],
  ])('reads the list of %p', (saved, read) => {
    expect(readVariableQuery(saved)).toEqual({ refId: 'variable', ...read });
  });

  it.each([undefined, null, '', '  ', {}, { refId: 'A' }, { dimension: '' }, { query: '' }, { list: 'values' }, 7])(
    'finds nothing in %p',
    (saved) => {
      expect(readVariableQuery(saved)).toBeUndefined();
    },
  );
});
