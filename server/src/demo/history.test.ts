import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { dayRecords } from './day.js';
import { historyScale, writeHistory, type Progress } from './history.js';
import { worldRecords } from './names.js';
import type { RecordInput } from './record.js';
import { recordsBetween } from './timeline.js';
import { addDays } from './zone.js';

const now = new Date('2026-11-18T14:20:00+03:00');
const nameOf = ({ kind, source, id }: RecordInput): string => `${kind} ${String(source)} ${String(id)}`;

async function written(options: Partial<Parameters<typeof writeHistory>[0]>): Promise<RecordInput[]> {
  const all: RecordInput[] = [];
  await writeHistory({
    seed: 'demo',
    now,
    days: 5,
    write: (part) => Promise.resolve(void all.push(...part)),
    ...options,
  });
  return all;
}

describe('writeHistory', () => {
  it('writes the world, then the newest day first', async () => {
    const all = await written({});
    const world = worldRecords('demo');
    expect(all.slice(0, world.length)).toEqual(world);
    const older = [-2, -3, -4].flatMap((age) => dayRecords('demo', addDays('2026-11-18', age)));
    expect(all.slice(-older.length)).toEqual(older);
  });

  it.each(['14:20:00', '00:25:00'])(
    'at %s leaves to the live simulator what is still to come, and only that',
    async (time) => {
      const now = new Date(`2026-11-18T${time}+03:00`);
      const all = await written({ now });
      const foretold = all.filter((record) =>
        Object.entries(record).some(
          ([field, value]) => /^at$|At$/.test(field) && field !== 'scheduledAt' && Number(value) > now.getTime(),
        ),
      );
      expect(foretold).toEqual([]);
      // Together with what becomes known in the next two days, every fact of the five days is told to its end.
      const last = new Map(all.map((record) => [nameOf(record), record]));
      const live = recordsBetween('demo', now, new Date(now.getTime() + 2 * 86_400_000));
      expect(live.length).toBeGreaterThan(1000);
      for (const record of live) last.set(nameOf(record), record);
      const untold = [0, -1, -2, -3, -4]
        .flatMap((age) => dayRecords('demo', addDays('2026-11-18', age)))
        .filter(
          (record) => !isDeepStrictEqual({ ...last.get(nameOf(record)), observedAt: 0 }, { ...record, observedAt: 0 }),
        );
      expect(untold).toEqual([]);
    },
  );

  it('keeps to the size and the number of writes', async () => {
    let [underWay, most] = [0, 0];
    const sizes: number[] = [];
    const progress: Progress[] = [];
    const write = async (part: RecordInput[]): Promise<void> => {
      sizes.push(part.length);
      most = Math.max(most, ++underWay);
      await new Promise((resolve) => setTimeout(resolve, 3));
      underWay--;
    };
    await writeHistory({
      seed: 'demo',
      now,
      days: 5,
      write,
      batch: 700,
      concurrency: 2,
      onProgress: (p) => progress.push(p),
    });
    expect(most).toBe(2);
    expect(underWay).toBe(0);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(700);
    const days = progress.map(({ day }) => day);
    expect(days).toEqual(days.toSorted().reverse());
    const total = sizes.reduce((sum, size) => sum + size, 0) - worldRecords('demo').length;
    expect(progress.at(-1)).toEqual({ day: '2026-11-14', daysWritten: 5, days: 5, records: total });
  });

  it('continues where it was interrupted', async () => {
    const all = await written({});
    const rest = await written({ before: '2026-11-16' });
    expect(rest.length).toBeGreaterThan(1000);
    expect(all.slice(-rest.length)).toEqual(rest);
    expect(rest).toEqual([-3, -4].flatMap((age) => dayRecords('demo', addDays('2026-11-18', age))));
  });

  it('ends with the first failure', async () => {
    let calls = 0;
    const write = (): Promise<void> => (++calls === 2 ? Promise.reject(new Error('disk full')) : Promise.resolve());
    await expect(written({ write })).rejects.toThrow('disk full');
    expect(calls).toBeLessThanOrEqual(4);
  });

  it('lets others have their turn between days', async () => {
    let turns = 0;
    const turn = setInterval(() => turns++, 0);
    await written({ days: 40 });
    clearInterval(turn);
    expect(turns).toBeGreaterThan(20);
  });
});

it('thins the older half of the history', () => {
  expect([0, 399, 400].map(historyScale)).toEqual([1, 1, 1]);
  expect(historyScale(415)).toBeCloseTo(0.655);
  expect(historyScale(799)).toBeCloseTo(0.31);
});
