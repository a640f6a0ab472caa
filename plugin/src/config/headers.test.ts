import { options } from '../testing/options';
import type { Options } from './edit';
import { placed, readHeaders, withHeaders } from './headers';

/** A data source that has headers with these names, their values stored. */
const stored = (...names: string[]): Options => ({
  ...options(),
  jsonData: Object.fromEntries(names.map((name, index) => [`httpHeaderName${index + 1}`, name])),
  secureJsonFields: Object.fromEntries(names.map((_, index) => [`httpHeaderValue${index + 1}`, true])),
});

/** What reaches Grafana's server: undefined does not. */
const saved = ({ jsonData, secureJsonData, secureJsonFields }: Options): unknown =>
  JSON.parse(JSON.stringify({ jsonData, secureJsonData, secureJsonFields }));

describe('headers', () => {
  it('are read in the order of their numbers', () => {
    const many = stored(...'abcdefghijkl');
    expect(readHeaders(many).map(({ name }) => name)).toEqual([...'abcdefghijkl']);
    expect(readHeaders(many)[11]).toEqual({ name: 'l', value: '', storedAs: 12 });
  });

  it('are added behind those that are stored', () => {
    const before = stored('X-A');
    const changed = withHeaders(before, [...readHeaders(before), { name: 'X-B', value: 'b' }]);
    expect(saved(changed)).toEqual({
      jsonData: { httpHeaderName1: 'X-A', httpHeaderName2: 'X-B' },
      secureJsonData: { httpHeaderValue2: 'b' },
      secureJsonFields: { httpHeaderValue1: true, httpHeaderValue2: false },
    });
  });

  it('need their value again where their number changes, since a stored one cannot be read', () => {
    const before = stored('X-A', 'X-B');
    const changed = withHeaders(before, readHeaders(before).slice(1));
    expect(saved(changed)).toEqual({
      jsonData: { httpHeaderName1: 'X-B' },
      secureJsonData: { httpHeaderValue1: '' },
      secureJsonFields: { httpHeaderValue1: false, httpHeaderValue2: false },
    });
    expect(placed(readHeaders(before).slice(1))).toEqual([{ name: 'X-B', value: '' }]);
  });

  it('are not saved without a name, which no request could carry', () => {
    const changed = withHeaders(options({ timeout: 5 }), [{ name: '', value: 'x' }]);
    expect(saved(changed)).toEqual({ jsonData: { timeout: 5 }, secureJsonData: {}, secureJsonFields: {} });
  });

  it('leave other secrets and settings as they are', () => {
    const before = { ...stored('X-A'), secureJsonData: { apiKey: 'k' } };
    expect(saved(withHeaders(before, []))).toEqual({
      jsonData: {},
      secureJsonData: { apiKey: 'k' },
      secureJsonFields: { httpHeaderValue1: false },
    });
  });
});
