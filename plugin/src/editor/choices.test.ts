import { FORMATS, INTERVALS, OPERATORS } from '../query/model';
import { catalogue, largeCatalogue } from '../testing/catalogue';
import {
  closest,
  dimensionChoices,
  formatChoices,
  intervalChoices,
  labelOf,
  meant,
  operatorChoices,
  valueChoices,
  variableChoices,
  withChosen,
} from './choices';
import { findMetrics, metricChoices } from './metricChoices';

const values = (choices: Array<{ value: string }>) => choices.map(({ value }) => value).sort();

describe('choices', () => {
  it('offer exactly what the query model has', () => {
    expect(values(intervalChoices())).toEqual([...INTERVALS].sort());
    expect(values(formatChoices())).toEqual([...FORMATS].sort());
    expect(values(operatorChoices())).toEqual([...OPERATORS].sort());
  });

  it('say what each metric, dimension, value and variable is', () => {
    expect(metricChoices(catalogue.metrics)[0]).toEqual({
      value: 'calls',
      label: 'Calls',
      description: 'Count · Calls by start time',
      group: 'Calls',
    });
    expect(dimensionChoices(catalogue.dimensions)[0]).toEqual({
      value: 'channel',
      label: 'Channel',
      description: 'Where it was written',
    });
    expect(valueChoices([{ value: 'web', label: 'Web' }])).toEqual([{ value: 'web', label: 'Web' }]);
    expect(variableChoices(['channel'])[0]).toMatchObject({ value: '$channel', label: '$channel' });
  });

  it('are meant by what people read of them, anything else by itself', () => {
    const choices = dimensionChoices(catalogue.dimensions);
    expect(
      ['channel', ' CHANNEL ', 'Channel', '$channel', 'labels.site', ''].map((typed) => meant(choices, typed)),
    ).toEqual(['channel', 'channel', 'channel', '$channel', 'labels.site', '']);
    const swapped = [
      { value: 'a', label: 'b' },
      { value: 'b', label: 'a' },
    ];
    expect(meant(swapped, 'a')).toBe('a');
  });

  it('are found by a part of what people read, where that is confirmed at once', () => {
    const choices = [{ value: 'dnis', label: 'Dialled queue' }, ...dimensionChoices(catalogue.dimensions)];
    expect(
      ['que', ' STA', 'annel', 'dnis', '$stat', 'labels.queue', 'nothing such', ' '].map((typed) =>
        closest(choices, typed),
      ),
    ).toEqual(['queue', 'status', 'channel', 'dnis', '$stat', 'labels.queue', 'nothing such', ' ']);
  });

  it('keep what is chosen although the list lacks it', () => {
    const list = [{ value: 'a', label: 'A' }];
    expect(withChosen(list, ['a', '$b'])).toEqual([...list, { value: '$b', label: '$b' }]);
    expect(withChosen(list, [])).toEqual(list);
  });

  it('call the value that nobody gave unknown', () => {
    expect(labelOf([], '')).toBe('unknown');
    expect(withChosen([], [''])).toEqual([{ value: '', label: 'unknown' }]);
    expect(valueChoices([{ value: '', label: '' }])).toEqual([{ value: '', label: 'unknown' }]);
    expect(labelOf([{ value: 'a', label: 'A' }], 'a')).toBe('A');
  });
});

describe('findMetrics', () => {
  const found = (typed: string) => findMetrics(largeCatalogue.metrics, typed).map(({ id }) => id);

  it.each([
    ['', ['calls', 'dialogues', 'service_level', 'wait_time', 'presence_time', 'intake_age_seconds']],
    ['serv', ['service_level']],
    ['PERCENT', ['service_level', 'wait_time']],
    ['duration queue', ['wait_time']],
    ['intake_age', ['intake_age_seconds']],
    ['nothing such', []],
  ])('finds by "%s"', (typed, ids) => {
    expect(found(typed)).toEqual(ids);
  });

  it('puts first what is called so', () => {
    expect(found('time')[0]).toBe('presence_time');
    expect(found('wait')[0]).toBe('wait_time');
  });
});
