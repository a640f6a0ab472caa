import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { migrate, SCHEMA_VERSION, tooNew } from './migrate.js';
import { readQuery } from './read-query.js';

interface Golden {
  version: number;
  cases: { name: string; given: object; expected: object; refused?: string }[];
}

const contracts = new URL('../../../plugin/contracts/migrations/', import.meta.url);
const goldens = readdirSync(contracts).map(
  (file) => JSON.parse(readFileSync(new URL(file, contracts), 'utf8')) as Golden,
);
const cases = goldens.flatMap(({ version, cases }) => cases.map((one) => ({ version, ...one })));

describe('saved queries of every version', () => {
  it('have a document for each version and for what is newer', () => {
    expect(goldens.map(({ version }) => version).sort()).toEqual(
      Array.from({ length: SCHEMA_VERSION + 2 }, (_, version) => version),
    );
  });

  it.each(cases)('version $version: $name', ({ given, expected, refused }) => {
    const before = JSON.stringify(given);
    expect(migrate(given)).toEqual(expected);
    expect(migrate(migrate(given))).toEqual(expected);
    expect(JSON.stringify(given)).toBe(before);
    expect(tooNew(given)).toBe(refused);
  });

  it.each(['1', -1, 0.5, true, [1]])('leave the version %j to the model', (schemaVersion) => {
    const query = { refId: 'A', metrics: ['calls'], schemaVersion };
    expect(migrate(query)).toEqual(query);
    expect(tooNew(query)).toBeUndefined();
    expect(() => readQuery(query)).toThrow('The query is not understood: schemaVersion must be 1.');
  });

  it.each([
    [{ interval: '7x' }, 'interval must be one of auto, none, 1m, 5m, 15m, 1h, 1d, 1w, 1M, 1y.'],
    [{ format: 'pie' }, 'format must be one of time_series, table, single, states, facts, heatmap.'],
    [{ filters: [{ key: 'queue', operator: '<', values: [] }] }, 'operator must be one of =, !=, =|, !=|, =~, !~.'],
  ])('with a word that is none, %j, say which there are', (wrong, sentence) => {
    expect(() => readQuery({ refId: 'A', metrics: ['calls'], ...wrong })).toThrow(sentence);
  });

  it('are taken as they come: any JSON, and twice is as once', () => {
    const names = fc.constantFrom('schemaVersion', 'metrics', 'groupBy', 'filters', 'cumulative', 'refId', '__proto__');
    const filter = fc.dictionary(fc.constantFrom('key', 'value', 'values', 'filters'), fc.jsonValue());
    const anything = fc.oneof(fc.jsonValue(), fc.constantFrom('', 'true', 0, 1, 2, null), fc.array(filter));
    fc.assert(
      fc.property(fc.dictionary(names, anything), (saved) => {
        const once = migrate(saved);
        expect(migrate(once)).toEqual(once);
      }),
    );
  });

  it('are read by the service in the shape of today', () => {
    const read = cases.find(({ name }) => name.startsWith('filters with one value'))!;
    expect(readQuery({ ...read.given })).toEqual(readQuery({ ...read.expected }));
    expect(readQuery({ ...read.given }).filters?.[0]?.values).toEqual(['test']);
    for (const { given, refused } of cases.filter((one) => one.refused)) {
      expect(() => readQuery({ ...given })).toThrow(refused);
    }
  });

  it('are migrated by the same lines in the plugin', () => {
    const [here, there] = ['./migrate.ts', '../../../plugin/src/query/migrate.ts'].map((file) =>
      readFileSync(new URL(file, import.meta.url), 'utf8'),
    );
    expect(there).toBe(here);
  });
});
