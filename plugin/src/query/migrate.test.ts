import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { testSource } from '../testing/source';
import { migrate, tooNew } from './migrate';
import type { SwitchboardQuery } from './model';

interface Golden {
  version: number;
  cases: Array<{ name: string; given: object; expected: object; refused?: string }>;
}

const contracts = join(__dirname, '..', '..', 'contracts', 'migrations');
const cases = readdirSync(contracts).flatMap((file) => {
  const golden = JSON.parse(readFileSync(join(contracts, file), 'utf8')) as Golden;
  return golden.cases.map((one) => ({ version: golden.version, ...one }));
});

describe('saved queries of every version', () => {
  it.each(cases)('version $version: $name', ({ given, expected, refused }) => {
    expect(migrate(given)).toEqual(expected);
    expect(tooNew(given)).toBe(refused);
  });

  it('are asked and told in the shape of today', () => {
    const source = testSource();
    const saved = {
      refId: 'A',
      ...cases.find(({ name }) => name.startsWith('lists of one'))?.given,
    } as SwitchboardQuery;
    expect(source.filterQuery(saved)).toBe(true);
    expect(source.applyTemplateVariables(saved, {})).toMatchObject({
      schemaVersion: 1,
      metrics: ['calls'],
      groupBy: ['status'],
    });
    expect(source.getQueryDisplayText(saved)).toBe('calls by status');
  });
});
