import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createTestDatabase } from '../database.js';
import { isBroken, sentence } from './figures.js';
import type { Given, Stage } from './given.js';
import { PROMISES } from './promises.js';
import { Program } from './service/program.js';

const SEED = Number(process.env['SWITCHBOARD_SEED'] ?? 20_261_101);
const PATIENCE_MS = 200_000;

/** Declares the test of one promise, at its quick size, on the tests' PostgreSQL. */
export function itKeeps(id: string): void {
  let program: Program;
  const closers: (() => Promise<unknown>)[] = [];

  beforeAll(() => {
    program = Program.compile();
  });
  afterAll(async () => {
    for (const close of closers.reverse()) await close();
    program.remove();
  });

  const openStage: Given['openStage'] = async (environment = {}): Promise<Stage> => {
    const database = await createTestDatabase();
    closers.push(() => database.drop());
    const service = await program.start({ DATABASE_URL: database.url, ...environment });
    closers.push(() => service.stop());
    return { service, databaseUrl: database.url, serverLog: () => '' };
  };

  const promise = PROMISES.find((known) => known.id === id);
  it(
    `keeps ${id}: ${promise?.title}`,
    async () => {
      if (promise === undefined) throw new Error(`There is no promise ${id}.`);
      const lines: string[] = [];
      const figures = await promise.quick({ program, openStage, seed: SEED, log: (line) => lines.push(line) });
      const broken = figures.filter(isBroken).map(sentence);
      expect(broken.length === 0 ? [] : [...broken, ...lines]).toEqual([]);
      expect(figures.filter(({ promised }) => promised !== undefined).length).toBeGreaterThan(0);
    },
    PATIENCE_MS,
  );
}
