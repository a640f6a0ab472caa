import { expect, it } from '@jest/globals';
import { setImmediate as turn } from 'node:timers/promises';
import { Problem } from '../errors.js';
import { Coalescer, type CoalescerOptions } from './coalescer.js';

type Options = CoalescerOptions<string, string, string>;

/** Runs that end only when they are told to, in the order in which they began. */
function controlled(options: Partial<Options> = {}) {
  const log: string[] = [];
  const ends: (() => void)[] = [];
  const coalescer = new Coalescer<string, string, string>({
    most: 10,
    mostWaiting: 100,
    early: 4,
    atOnce: 1,
    prepare: (jobs) => {
      log.push(`prepare ${jobs.join('')}`);
      return Promise.resolve(jobs.join(''));
    },
    run: async (jobs, ready) => {
      log.push(`run ${ready}`);
      await new Promise<void>((resolve) => ends.push(resolve));
      log.push(`end ${ready}`);
      return jobs.map((job) => job.toUpperCase());
    },
    isHopeless: () => false,
    onIdle: () => log.push('idle'),
    ...options,
  });
  const settle = async () => {
    for (let i = 0; i < 10; i++) await turn();
  };
  const end = async () => {
    await settle();
    ends.shift()?.();
    await settle();
  };
  return { coalescer, log, end, settle };
}

it('lets what arrives during a run share the next one', async () => {
  const { coalescer, log, end } = controlled({ early: 100 });
  const answers = Promise.all(['a', 'b', 'c'].map((job) => coalescer.submit(job, 1)));
  await end();
  await end();
  expect(await answers).toEqual(['A', 'B', 'C']);
  expect(log).toEqual(['prepare a', 'run a', 'end a', 'prepare bc', 'run bc', 'end bc', 'idle']);
});

it('makes the next run ready while one goes on, once enough waits, and runs one at a time', async () => {
  const { coalescer, log, end, settle } = controlled();
  const first = coalescer.submit('a', 1);
  await settle();
  const others = [coalescer.submit('b', 2), coalescer.submit('c', 2)];
  await settle();
  const late = coalescer.submit('d', 1);
  await settle();
  expect(log).toEqual(['prepare a', 'run a', 'prepare bc']);
  await end();
  await end();
  await end();
  expect(await Promise.all([first, ...others, late])).toEqual(['A', 'B', 'C', 'D']);
  expect(log.slice(3)).toEqual(['end a', 'run bc', 'end bc', 'prepare d', 'run d', 'end d', 'idle']);
});

it('begins as many runs at once as it may, where enough waits', async () => {
  const { coalescer, log, end, settle } = controlled({ atOnce: 2 });
  const answers = [coalescer.submit('a', 1)];
  await settle();
  for (const job of ['b', 'c', 'd']) {
    answers.push(coalescer.submit(job, 4));
    await settle();
  }
  expect(log).toEqual(['prepare a', 'run a', 'prepare b', 'run b', 'prepare c']);
  await end();
  expect(log.slice(5)).toEqual(['end a', 'run c', 'prepare d']);
  for (let i = 0; i < 3; i++) await end();
  expect(await Promise.all(answers)).toEqual(['A', 'B', 'C', 'D']);
  expect(log.at(-1)).toBe('idle');
});

it('repeats a failed run job by job, so that one failure is not its neighbours’', async () => {
  const { coalescer, settle } = controlled({
    run: (jobs) =>
      jobs.includes('bad') ? Promise.reject(new Error('no')) : Promise.resolve(jobs.map((job) => job.toUpperCase())),
  });
  const answers = Promise.allSettled(['a', 'b', 'bad', 'c'].map((job) => coalescer.submit(job, 1)));
  await settle();
  expect((await answers).map((one) => (one.status === 'fulfilled' ? one.value : 'failed'))).toEqual([
    'A',
    'B',
    'failed',
    'C',
  ]);
});

it('hears of a failed preparation from the jobs it belongs to', async () => {
  const { coalescer, settle } = controlled({
    prepare: (jobs) => (jobs.includes('bad') ? Promise.reject(new Error('no')) : Promise.resolve(jobs.join(''))),
    run: (jobs) => Promise.resolve(jobs.map((job) => job.toUpperCase())),
  });
  const answers = Promise.allSettled(['a', 'bad', 'c'].map((job) => coalescer.submit(job, 1)));
  await settle();
  expect((await answers).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

it('asks nobody else where a failure would meet each job alone', async () => {
  let runs = 0;
  const { coalescer, settle } = controlled({
    run: () => {
      runs += 1;
      return Promise.reject(new Error('away'));
    },
    isHopeless: () => true,
  });
  const answers = Promise.allSettled(['a', 'b', 'c'].map((job) => coalescer.submit(job, 1)));
  await settle();
  expect((await answers).every(({ status }) => status === 'rejected')).toBe(true);
  expect(runs).toBe(2);
});

it('turns away what would wait too long, and does what it took', async () => {
  const { coalescer, end } = controlled({ mostWaiting: 5, early: 100 });
  const taken = [coalescer.submit('a', 1), coalescer.submit('b', 4)];
  expect(() => coalescer.submit('c', 2)).toThrow(Problem);
  await end();
  await end();
  expect(await Promise.all(taken)).toEqual(['A', 'B']);
});
