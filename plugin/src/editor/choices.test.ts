import { catalogue } from '../testing/catalogue';
import { FORMATS, INTERVALS, OPERATORS } from '../query/model';
import {
  dimensionChoices,
  FORMAT_CHOICES,
  INTERVAL_CHOICES,
  metricChoices,
  OPERATOR_CHOICES,
  valueChoices,
  withChosen,
} from './choices';

const values = (choices: Array<{ value: string }>) => choices.map(({ value }) => value).sort();

describe('choices', () => {
  it('offer exactly what the query model has', () => {
    expect(values(INTERVAL_CHOICES)).toEqual([...INTERVALS].sort());
    expect(values(FORMAT_CHOICES)).toEqual([...FORMATS].sort());
    expect(values(OPERATOR_CHOICES)).toEqual([...OPERATORS].sort());
  });

  it('say what each metric, dimension and value is', () => {
    expect(metricChoices(catalogue.metrics)[0]).toEqual({
      value: 'calls',
      label: 'Calls',
      description: 'Calls by start time',
    });
    expect(dimensionChoices(catalogue.dimensions)[0]).toEqual({
      value: 'channel',
      label: 'Channel',
      description: 'Where it was written',
    });
    expect(valueChoices([{ value: 'web', label: 'Web' }])).toEqual([{ value: 'web', label: 'Web' }]);
  });

  it('keep what is chosen although the list lacks it', () => {
    const list = [{ value: 'a', label: 'A' }];
    expect(withChosen(list, ['a', '$b'])).toEqual([...list, { value: '$b', label: '$b' }]);
    expect(withChosen(list, [])).toEqual(list);
  });
});
