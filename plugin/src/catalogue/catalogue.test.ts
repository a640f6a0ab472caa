import { catalogue } from '../testing/catalogue';
import { sharedDimensions } from './catalogue';

const ids = (metrics: string[]) => sharedDimensions(catalogue, metrics).map(({ id }) => id);

describe('sharedDimensions', () => {
  it('are those that every chosen metric has', () => {
    expect(ids(['calls'])).toEqual(['status', 'queue']);
    expect(ids(['calls', 'dialogues'])).toEqual(['queue']);
  });

  it('are all where no metric is known', () => {
    expect(ids([])).toEqual(['channel', 'status', 'queue']);
    expect(ids(['$metric'])).toEqual(['channel', 'status', 'queue']);
  });
});
