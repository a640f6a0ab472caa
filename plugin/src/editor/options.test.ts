import { largeCatalogue } from '../testing/catalogue';
import { optionsSummary, shownOptions } from './options';

describe('shownOptions', () => {
  it('are those that make sense, and those that are set', () => {
    const ratio = { refId: 'A', metrics: ['service_level'] };
    expect([...shownOptions(ratio, largeCatalogue)]).toEqual([
      ...['window', 'compare', 'withCustomerMessages', 'dropOpenBucket', 'minDenominator'],
    ]);
    expect(shownOptions({ ...ratio, cumulative: true }, largeCatalogue).has('cumulative')).toBe(true);
  });
});

describe('optionsSummary', () => {
  it('says what is set, in a few words', () => {
    expect(optionsSummary({ refId: 'A' })).toBe('The usual ones');
    expect(optionsSummary({ refId: 'A', cumulative: false, withCustomerMessages: '', minDenominator: 0 })).toBe(
      'The usual ones',
    );
    expect(
      optionsSummary({
        ...{ refId: 'A', window: 'today', compare: '7d', share: 'total', withCustomerMessages: '$on' },
        ...{ dropOpenBucket: true, minDenominator: 20, timeZone: 'UTC', weekStart: 'sunday' },
      }),
    ).toBe(
      'Today so far · Compare with: 7d · Share: Of the total · Customer wrote: $on · Drop open step · Least denominator: 20 · UTC · Sunday',
    );
  });
});
