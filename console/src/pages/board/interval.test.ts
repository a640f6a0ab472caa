import { expect, it } from '@jest/globals';
import { readInterval } from './interval.js';

it.each([
  ['30s', 30_000],
  ['5m', 300_000],
  ['2h', 7_200_000],
  ['1d', 86_400_000],
  ['', 0],
  ['off', 0],
  ['5', 0],
  ['-5m', 0],
])('reads %p as %p ms', (text, ms) => expect(readInterval(text)).toBe(ms));
