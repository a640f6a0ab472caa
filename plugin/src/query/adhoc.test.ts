import { adHocFilters, filteredByOthers } from './adhoc';

describe('adHocFilters', () => {
  it.each([undefined, []])('makes nothing of %p', (filters) => {
    expect(adHocFilters(filters)).toEqual([]);
  });

  it.each(['=', '!=', '=~', '!~'])('takes the one value of %s', (operator) => {
    expect(adHocFilters([{ key: 'channel', operator, value: 'web.*' }])).toEqual([
      { key: 'channel', operator, values: ['web.*'], optional: true },
    ]);
  });

  it('takes all values of =| and !=|', () => {
    const filters = [
      { key: 'channel', operator: '=|', value: 'web', values: ['web', 'viber'] },
      { key: 'status', operator: '!=|', value: 'busy', values: ['busy', 'failed'] },
      { key: 'queue', operator: '=|', value: 'sales' },
    ];
    expect(adHocFilters(filters).map(({ values }) => values)).toEqual([
      ['web', 'viber'],
      ['busy', 'failed'],
      ['sales'],
    ]);
  });

  it.each([
    { key: 'channel', operator: '=|', value: '$__all' },
    { key: 'channel', operator: '=|', value: '', values: ['$__all'] },
    { key: 'channel', operator: '=~', value: '.*' },
    { key: '', operator: '=', value: 'web' },
    { key: 'channel', operator: '', value: 'web' },
  ])('leaves out what lets everything through: %p', (filter) => {
    expect(adHocFilters([filter])).toEqual([]);
  });

  it('keeps the unknown value, which is the empty text, and operators it does not know', () => {
    expect(adHocFilters([{ key: 'queue', operator: '=', value: '' }])).toEqual([
      { key: 'queue', operator: '=', values: [''], optional: true },
    ]);
    expect(adHocFilters([{ key: 'queue', operator: '<', value: '3' }])).toHaveLength(1);
  });

  it('cannot be filtered by Others, which is no value', () => {
    const filters = [
      { key: 'queue', operator: '=', value: 'Others' },
      { key: 'bot', operator: '!=', value: 'Others' },
      { key: 'channel', operator: '=|', value: 'web', values: ['web', 'Others'] },
      { key: 'status', operator: '=~', value: 'Others' },
      { key: 'trunk', operator: '=', value: 'others' },
    ];
    expect(adHocFilters(filters).map(({ key, values }) => [key, values])).toEqual([
      ['channel', ['web']],
      ['status', ['Others']],
      ['trunk', ['others']],
    ]);
    expect(filteredByOthers(filters)).toEqual(['queue', 'bot', 'channel']);
    expect(filteredByOthers(undefined)).toEqual([]);
  });
});
