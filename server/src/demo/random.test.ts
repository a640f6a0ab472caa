import { describe, expect, it } from '@jest/globals';
import { Random, Weighted } from './random.js';

const draw = (random: Random, count: number): number[] => Array.from({ length: count }, () => random.next());
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('Random', () => {
  it('gives the same numbers for the same keys, others for other keys', () => {
    expect(draw(new Random('a', 1), 5)).toEqual(draw(new Random('a', 1), 5));
    expect(draw(new Random('a', 1), 5)).not.toEqual(draw(new Random('a', 2), 5));
    expect(draw(new Random('a1'), 5)).not.toEqual(draw(new Random('a', 1), 5));
  });

  it('is uniform enough, also over neighbouring keys', () => {
    const tenths = new Array<number>(10).fill(0);
    for (let key = 0; key < 20_000; key++) tenths[Math.floor(new Random('key', key).next() * 10)]! += 1;
    for (const count of tenths) expect(Math.abs(count - 2000)).toBeLessThan(200);
  });

  it('keeps the expectation of its distributions', () => {
    const random = new Random('distributions');
    const many = (one: () => number): number => mean(Array.from({ length: 20_000 }, one));
    expect(many(() => random.exponential(5))).toBeCloseTo(5, 0);
    expect(many(() => random.normal())).toBeCloseTo(0, 1);
    expect(many(() => random.rounded(2.3))).toBeCloseTo(2.3, 1);
    expect(many(() => random.whole(1, 3))).toBeCloseTo(2, 1);
    const kept = Array.from({ length: 1000 }, () => random.duration(10, 2, 3, 50));
    expect([Math.min(...kept), Math.max(...kept)]).toEqual([3, 50]);
  });
});

it('chooses by weight', () => {
  const random = new Random('weights');
  const choice = new Weighted(['often', 3], ['seldom', 1], ['never', 0]);
  const picks = Array.from({ length: 8000 }, () => choice.pick(random));
  expect(picks.filter((pick) => pick === 'often').length / 8000).toBeCloseTo(0.75, 1);
  expect(picks).not.toContain('never');
});
