import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { migrate, tooNew } from './migrate';

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
});
