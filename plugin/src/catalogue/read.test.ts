import { catalogue, largeCatalogue } from '../testing/catalogue';
import { readCatalogue, readValues } from './read';

describe('readCatalogue', () => {
  it('takes what the editors use and leaves the rest', () => {
    const answer = {
      ...catalogue,
      limits: { series: 1000 },
      metrics: catalogue.metrics.map((metric) => ({ ...metric, grain: '1m' })),
    };
    expect(readCatalogue(answer)).toEqual(catalogue);
    expect(readCatalogue(largeCatalogue)).toEqual(largeCatalogue);
  });

  it('names what has no name by its id', () => {
    const bare = { metrics: [{ id: 'calls', dimensions: [] }], dimensions: [{ id: 'status' }] };
    const { metrics, dimensions } = readCatalogue(bare);
    expect([metrics[0]?.name, dimensions[0]?.label]).toEqual(['calls', 'status']);
  });

  it('bears an older service, which does not say what metrics are counted from', () => {
    const older = { metrics: [{ id: 'calls', dimensions: [] }], dimensions: [{ id: 'status' }] };
    expect(readCatalogue(older)).toMatchObject({ parameters: [], facts: [], dimensions: [{ values: [] }] });
    expect(readCatalogue(older).metrics[0]).toMatchObject({ additivity: '', parameters: [], defaults: {} });
    expect(readCatalogue(older).metrics[0]).not.toHaveProperty('timeAxis');
    const bare = { ...older, parameters: [{ id: 'percentile' }], facts: [{ name: 'calls' }] };
    expect(readCatalogue(bare)).toMatchObject({
      parameters: [{ id: 'percentile', bounds: '', exclusive: false, whole: false }],
      facts: [{ name: 'calls', columns: [], multiValued: [] }],
    });
    expect(readCatalogue(bare).parameters[0]).not.toHaveProperty('max');
    const now = { ...older, metrics: [{ id: 'age', dimensions: [], timeAxis: null, defaults: { a: 1, b: 'x' } }] };
    expect(readCatalogue(now).metrics[0]).toMatchObject({ timeAxis: null, defaults: { a: 1 } });
  });

  it.each([null, 'text', [], {}, { metrics: [] }, { metrics: [1], dimensions: [] }, { metrics: {}, dimensions: [] }])(
    'refuses %p in words',
    (answer) => {
      expect(() => readCatalogue(answer)).toThrow('different versions');
    },
  );
});

describe('readValues', () => {
  it('takes values with their labels', () => {
    const values = [{ value: 'web', label: 'Web' }, { value: 'x' }, { value: '', label: 'unknown' }];
    expect(readValues({ values, more: true })).toEqual({
      values: [
        { value: 'web', label: 'Web' },
        { value: 'x', label: 'x' },
        { value: '', label: 'unknown' },
      ],
      more: true,
    });
    expect(readValues({ values }).more).toBe(false);
  });

  it.each([null, {}, { values: 'web' }, { values: ['web'] }])('refuses %p in words', (answer) => {
    expect(() => readValues(answer)).toThrow('different versions');
  });
});
