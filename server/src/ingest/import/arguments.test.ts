import { describe, expect, it } from '@jest/globals';
import { readArguments, usage } from './arguments.js';

describe('readArguments', () => {
  it('reads everything, in any order', () => {
    expect(
      readArguments([
        '--time-zone',
        'Asia/Jerusalem',
        'csv',
        '--mapping=m.mjs',
        'january.txt',
        '--tenant',
        'bank',
        '--source',
        'x',
      ]),
    ).toEqual({
      ...{
        format: 'csv',
        file: 'january.txt',
        tenant: 'bank',
        timeZone: 'Asia/Jerusalem',
        source: 'x',
        mapping: 'm.mjs',
      },
    });
    expect(readArguments(['asterisk-cdr', 'Master.csv'])).toEqual({ format: 'asterisk-cdr', file: 'Master.csv' });
  });

  it('gives help', () => {
    expect(readArguments(['--help'])).toBeUndefined();
    expect(usage).toContain('asterisk-cdr');
  });

  it.each([
    [[], 'Say what to import'],
    [['asterisk', 'f'], 'There is no format "asterisk": did you mean asterisk-cdr?'],
    [['xlsx', 'f'], 'There is no format "xlsx": there are asterisk-cdr, csv, records.'],
    [['csv'], 'Say which file to import: npm run import -- csv FILE'],
    [['csv', 'a', 'b'], 'One file at a time: "b" is too much.'],
    [['csv', 'a', '--time-zone', 'Europe/Moskow'], 'There is no time zone "Europe/Moskow": did you mean Europe/Moscow'],
    [['csv', 'a', '--time-zone', 'MSK+3:00 or so'], 'IANA names such as Europe/Berlin are known.'],
    [['csv', 'a', '--timezone', 'UTC'], 'There is no option "--timezone": did you mean --time-zone?'],
    [['csv', 'a', '--tenant'], 'One of the options has no value.'],
    [['csv', 'a', '--source', ''], 'A source has 1 to 200 characters.'],
  ])('answers %j with a sentence', (words, message) => {
    expect(() => readArguments(words)).toThrow(message);
  });
});
