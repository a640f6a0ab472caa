import { describe, expect, it } from '@jest/globals';
import { column, fact, metricsOf } from '../catalogue/declare.js';
import { readParameters } from './parameters.js';

const thing = fact({
  noun: 'things',
  from: 'fact.call',
  parents: {},
  axes: { startedAt: column('at') },
  dimensions: {},
  measures: {
    waits: { aggregate: 'quantile', of: column('wait_ms') },
    frequent: { aggregate: 'count', parameters: ['minCount'] },
  },
});
const shown = { description: 'A number.', unit: 's', decimals: 0, direction: 'down', axis: 'startedAt' } as const;
const { wait, waitP90, frequent } = metricsOf(thing, {
  wait: { name: 'Wait', ...shown, numerator: { measure: 'waits' } },
  waitP90: { name: 'Wait', ...shown, numerator: { measure: 'waits' }, defaults: { percentile: 90 } },
  frequent: { name: 'Frequent', ...shown, numerator: { measure: 'frequent' } },
});
const settings = { threshold: 20, shortAbandon: 5, minCount: 3 };

describe('parameters', () => {
  it('are what the query gives, else the metric’s, else the catalogue’s', () => {
    expect(readParameters('wait', wait, { percentile: 95 }, settings)).toMatchObject({ percentile: 0.95 });
    expect(readParameters('wait', waitP90, {}, settings)).toMatchObject({ percentile: 0.9 });
    expect(readParameters('wait', wait, {}, settings)).toEqual({
      threshold: 20_000,
      shortAbandon: 5_000,
      percentile: 0.5,
      minCount: 3,
    });
  });

  it.each([
    [{ percentile: 0.1 }, { percentile: 99.9 }, wait, 0.001, 0.999],
    [{ minCount: 1 }, { minCount: 1_000_000 }, frequent, 1, 1_000_000],
  ])('may be %j and %j', (least, most, metric, first, last) => {
    const read = (given: Record<string, number>) => Object.values(readParameters('x', metric, given, settings));
    expect(read(least)).toContain(first);
    expect(read(most)).toContainEqual(expect.closeTo(last, 9));
  });

  it.each([
    [wait, { percentile: 0 }, 'The parameter percentile must be more than 0 and less than 100.'],
    [wait, { percentile: 100 }, 'The parameter percentile must be more than 0 and less than 100.'],
    [wait, { percentile: '95' }, 'The parameter percentile must be'],
    [wait, { percentile: NaN }, 'The parameter percentile must be'],
    [wait, { toString: 5 }, 'The metric “wait” has no parameter “toString”; it has “percentile”.'],
    [wait, { minCount: 5 }, 'The metric “wait” has no parameter “minCount”; it has “percentile”.'],
    [frequent, { minCount: 0 }, 'The parameter minCount must be a whole number from 1 to 1000000.'],
    [frequent, { minCount: 1_000_001 }, 'The parameter minCount must be a whole number'],
    [frequent, { minCount: 1.5 }, 'The parameter minCount must be a whole number'],
  ])('of %# that are %j are refused', (metric, given, sentence) => {
    expect(() => readParameters('wait', metric, given, settings)).toThrow(sentence);
  });
});
