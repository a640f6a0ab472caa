import { describe, expect, it } from '@jest/globals';
import { createProgress } from './progress.js';
import { emptyTally } from './tally.js';

function rehearse(isTTY: boolean, times: readonly number[]): string[] {
  const written: string[] = [];
  let now = 0;
  const progress = createProgress({ isTTY, columns: 100, write: (text) => written.push(text) }, () => now);
  for (const time of times) {
    now = time;
    progress.show(time / 20_000, { ...emptyTally(), rows: time });
  }
  progress.end();
  return written;
}

describe('createProgress', () => {
  it('draws a bar over itself on a terminal, and leaves nothing behind', () => {
    const written = rehearse(true, [1000, 1050, 10_000]);
    expect(written).toHaveLength(3);
    expect(written[1]).toBe(`\r${'█'.repeat(20)}${'░'.repeat(20)} 50 %  10,000 rows  1,000/s  10 s left\u001b[K`);
    expect(written[2]).toBe('\r\u001b[K');
  });

  it('writes a line every five seconds elsewhere', () => {
    expect(rehearse(false, [1000, 4999, 5000, 6000, 10_000])).toEqual([
      '25 %  5,000 rows  1,000/s  15 s left\n',
      '50 %  10,000 rows  1,000/s  10 s left\n',
    ]);
  });
});
