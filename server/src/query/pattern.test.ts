import { describe, expect, it } from '@jest/globals';
import { anchored, checkPattern } from './pattern.js';

describe('a regular expression', () => {
  it.each(['web', 'web|viber', 'a.*', '(?:a|b)+c?', 'order-\\d{2,4}', '\\.', '[^a-z]+', '(ab){3}', 'é+', '', 'a+b+'])(
    '%j is taken',
    (pattern) => {
      expect(() => checkPattern(pattern)).not.toThrow();
    },
  );

  it.each([
    ['[', 'is not valid'],
    ['(', 'is not valid'],
    ['*', 'is not valid'],
    ['a**', 'is not valid'],
    ['(a)\\1', 'uses \\1'],
    ['\\bword', 'uses \\b'],
    ['\\yword', 'is not valid'],
    ['(?=a)b', 'looks around'],
    ['(?i)a', 'is not valid'],
    ['a{5000}', 'repeats something more than 100 times'],
    ['(a+)+', 'repeats what already repeats'],
    ['((a{1,50}){1,50}){1,50}', 'repeats what already repeats'],
    ['(a|b*)*', 'repeats what already repeats'],
    ['(x(a+)y)+', 'repeats what already repeats'],
    ['a'.repeat(201), 'is longer than 200 characters'],
  ])('%j is refused in a sentence', (pattern, why) => {
    expect(() => checkPattern(pattern)).toThrow(why);
  });

  it('matches whole values', () => {
    expect(anchored(['a|b', 'c'])).toBe('^(?:(?:a|b)|(?:c))$');
  });
});
