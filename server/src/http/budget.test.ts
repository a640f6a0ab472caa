import { describe, expect, it } from '@jest/globals';
import { Budget } from './budget.js';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('Budget', () => {
  it('admits in turn, so that a large body is not passed by small ones for ever', async () => {
    const budget = new Budget(10, 1_000);
    const order: string[] = [];
    const first = await budget.take(6);
    const large = budget.take(10).then((share) => (order.push('large'), share));
    const small = budget.take(1).then((share) => (order.push('small'), share));
    await pause(10);
    expect(order).toEqual([]);
    first.release();
    (await large).release();
    (await small).release();
    expect(order).toEqual(['large', 'small']);
  });

  it('turns away who waited too long, and lets the next one in', async () => {
    const budget = new Budget(10, 50);
    const first = await budget.take(6);
    const large = budget.take(10);
    const small = budget.take(4);
    await expect(large).rejects.toThrow('Too many large bodies arrive at once: try again.');
    (await small).release();
    first.release();
    (await budget.take(10)).release();
  });

  it('takes a share back once, however often it is released', async () => {
    const budget = new Budget(10, 20);
    const share = await budget.take(10);
    share.release();
    share.release();
    await budget.take(10);
    await expect(budget.take(1)).rejects.toThrow();
  });
});
