import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../database.js';
import { table } from './asking.js';
import { insertFacts } from './rows.js';

describe('dimensions of many values', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    const at = '2026-11-03T10:00:00Z';
    await insertFacts(database.pool, 1, 'dialogue', [
      { at, tags: ['vip', 'new'] },
      { at, tags: ['new'] },
      { at, tags: [] },
      { at },
    ]);
  });
  afterAll(() => database.drop());
  const byTag = (filters: unknown[] = []) =>
    table(database.pool, 1, { metrics: ['dialogues'], groupBy: ['tags'], filters });

  it('count a fact in each of them', async () => {
    expect(await byTag()).toEqual([
      { tags: 'new', dialogues: 2 },
      { tags: 'vip', dialogues: 1 },
      { tags: '', dialogues: 2 },
    ]);
  });

  it('show only the groups that a filter on them asks for', async () => {
    expect(await byTag([{ key: 'tags', operator: '=', values: ['vip'] }])).toEqual([{ tags: 'vip', dialogues: 1 }]);
    expect(await byTag([{ key: 'tags', operator: '!=', values: ['vip'] }])).toEqual([
      { tags: 'new', dialogues: 1 },
      { tags: '', dialogues: 2 },
    ]);
    expect(await byTag([{ key: 'tags', operator: '=|', values: ['', 'vip'] }])).toEqual([
      { tags: 'vip', dialogues: 1 },
      { tags: '', dialogues: 2 },
    ]);
    expect(await byTag([{ key: 'tags', operator: '=~', values: ['v.*'] }])).toEqual([{ tags: 'vip', dialogues: 1 }]);
  });
});
