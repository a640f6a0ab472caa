import { afterAll, afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import { inSnapshot } from '../../src/query/snapshot.js';
import { createTestDatabase, type TestDatabase } from '../database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterEach(() => {
  jest.useRealTimers();
});
afterAll(() => database.drop());

it('a request gives its connection up after a minute, though the database never answers', async () => {
  // Timers alone: what the connection itself waits for goes on.
  jest.useFakeTimers({ doNotFake: ['Date', 'performance', 'nextTick', 'queueMicrotask', 'setImmediate'] });
  let onAsked: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => (onAsked = resolve));
  const answer = inSnapshot(database.pool, 1, new AbortController().signal, 25_000, (reader) => {
    const rows = reader.rows({ text: 'select pg_sleep(20)', values: [] });
    onAsked();
    return rows;
  });
  const refused = expect(answer).rejects.toThrow('Connection terminated');
  const begun = performance.now();
  await asked;
  jest.advanceTimersByTime(60_000);
  jest.useRealTimers();
  await refused;
  expect(performance.now() - begun).toBeLessThan(10_000);
});
