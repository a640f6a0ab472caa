import { afterEach, describe, expect, it } from '@jest/globals';
import { startLive } from './live.js';
import type { RecordInput } from './record.js';
import { repeatsBetween } from './repeats.js';
import { recordsBetween } from './timeline.js';

const at = (text: string): Date => new Date(`2026-11-18T${text}+03:00`);
/** In one order, whatever the spans in which they were written. */
const sorted = (records: readonly RecordInput[]) => records.map((record) => JSON.stringify(record)).sort();
const all = (from: Date, to: Date) =>
  sorted([...recordsBetween('demo', from, to), ...repeatsBetween('demo', from, to)]);
let live: { stop: () => Promise<void> } | undefined;
afterEach(() => live?.stop());

/** Runs the simulator until it has written everything up to `until`. */
async function runUntil(until: Date, options: Partial<Parameters<typeof startLive>[0]>): Promise<void> {
  await new Promise<void>((resolve) => {
    const onWritten = (reached: Date): void => {
      if (reached.getTime() >= until.getTime()) resolve();
    };
    live = startLive({ seed: 'demo', write: () => Promise.resolve(), everyMs: 2, onWritten, ...options });
  });
}

describe('startLive', () => {
  it('writes what becomes known as the clock goes on', async () => {
    const written: RecordInput[] = [];
    let clock = at('12:00:00').getTime();
    const now = (): Date => new Date(Math.min((clock += 20_000), at('12:30:00').getTime()));
    await runUntil(at('12:30:00'), {
      from: at('12:00:00'),
      now,
      write: (part) => Promise.resolve(void written.push(...part)),
    });
    expect(sorted(written)).toEqual(all(at('12:00:00'), at('12:30:00')));
    expect(written.length).toBeGreaterThan(30);
  });

  it('catches up on what it missed, then tries failed spans again until nothing is lost', async () => {
    const written: RecordInput[] = [];
    const errors: unknown[] = [];
    let attempts = 0;
    const write = (part: RecordInput[]): Promise<void> => {
      if (++attempts % 2 === 1) return Promise.reject(new Error('database away'));
      written.push(...part);
      return Promise.resolve();
    };
    const onError = (error: unknown): void => void errors.push(error);
    await runUntil(at('13:45:00'), { from: at('10:00:00'), now: () => at('13:45:00'), write, onError });
    expect(sorted(written)).toEqual(all(at('10:00:00'), at('13:45:00')));
    expect(errors).toHaveLength(4);
  });

  it('keeps back what happens while the feed is rehearsed to stand still, and sends it afterwards', async () => {
    const written: { at: number; record: RecordInput }[] = [];
    let clock = at('12:00:00').getTime();
    const now = (): Date => new Date(Math.min((clock += 20_000), at('12:40:00').getTime()));
    const stop = { trouble: 'feed-stopped', start: at('12:10:00').getTime(), end: at('12:30:00').getTime() } as const;
    await runUntil(at('12:40:00'), {
      from: at('12:00:00'),
      now,
      rehearsals: () => [stop],
      write: (part) => Promise.resolve(void written.push(...part.map((record) => ({ at: clock, record })))),
    });
    expect(written.filter((write) => write.at > stop.start + 60_000 && write.at < stop.end)).toEqual([]);
    expect(sorted(written.map(({ record }) => record))).toEqual(all(at('12:00:00'), at('12:40:00')));
  });

  it('stops after the write under way, and stays stopped', async () => {
    let [begun, ended] = [0, 0];
    const write = async (): Promise<void> => {
      begun++;
      await new Promise((resolve) => setTimeout(resolve, 20));
      ended++;
    };
    const running = startLive({ seed: 'demo', write, from: at('10:00:00'), now: () => at('20:00:00'), everyMs: 1 });
    await new Promise((resolve) => setTimeout(resolve, 5));
    await running.stop();
    expect([begun, ended]).toEqual([1, 1]);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(begun).toBe(1);
  });
});
