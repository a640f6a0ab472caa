import { expect, it } from '@jest/globals';
import { didYouMean, distance, nearest } from './nearest.js';

it.each([
  ['calls', 'calls', 0],
  ['cals', 'calls', 1],
  ['kitten', 'sitting', 3],
  ['', 'abc', 3],
])('%s and %s are %i letters apart', (one, other, expected) => {
  expect(distance(one, other)).toBe(expected);
});

const names = ['calls', 'calls_answered', 'channel', 'chat', 'dialogues'];

it('names what was probably meant, the nearest first', () => {
  expect(nearest('cals', names)).toEqual(['calls']);
  expect(nearest('answered', names)).toEqual(['calls_answered']);
  expect(nearest('xyzzy', names)).toEqual([]);
});

it('asks back in a sentence', () => {
  expect(didYouMean('chanel', names)).toBe(': did you mean “channel”?');
  expect(didYouMean('cha', names)).toBe(': did you mean “channel” or “chat”?');
  expect(didYouMean('xyzzy', names)).toBe('.');
});

it('is not held up by a name of any length', () => {
  const long = 'a'.repeat(10_000_000);
  expect(nearest(long, names)).toEqual([]);
});
