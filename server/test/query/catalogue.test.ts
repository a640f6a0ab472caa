import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { additivity } from '../../src/catalogue/declare.js';
import type { MetricId } from '../../src/catalogue/metrics.js';
import { metrics } from '../../src/catalogue/metrics.js';
import { dimensionsOf } from '../../src/query/validate.js';
import { createTestDatabase, type TestDatabase } from '../database.js';
import { ask } from './asking.js';

// @ts-expect-error dashboards rely on this: an unknown metric does not compile
const unknownMetric: MetricId = 'cals';

describe('every metric of the catalogue', () => {
  let database: TestDatabase;
  let pool: pg.Pool;
  beforeAll(async () => {
    database = await createTestDatabase();
    pool = database.pool;
  });
  afterAll(() => database.drop());

  it('is named by a closed list', () => {
    expect(Object.keys(metrics)).not.toContain(unknownMetric);
  });

  it.each(Object.entries(metrics))(
    '%s is SQL that PostgreSQL takes with each of its dimensions',
    async (id, definition) => {
      for (const key of [...dimensionsOf(definition.fact), 'labels.team']) {
        const filters = ['=', '!=', '=|', '!=|', '=~', '!~'].flatMap((operator) => [
          { key, operator, values: ['a', ''] },
          { key, operator, values: ['b'] },
        ]);
        await ask(pool, 1, { metrics: [id], groupBy: [key], filters, interval: definition.axis ? '1d' : 'none' });
      }
    },
  );

  it.each(Object.entries(metrics))('%s with everything at once', async (id, definition) => {
    const groupBy = dimensionsOf(definition.fact).slice(0, 6);
    const adds = additivity(definition) === 'additive';
    const query = {
      metrics: [{ id, as: 'x', filters: [{ key: groupBy[0], operator: '!=', values: ['nothing'] }] }],
      groupBy,
      top: { limit: 2, others: true },
      withCustomerMessages: definition.fact.customerWrote !== undefined,
      ...(definition.axis && { compare: 'previous_week', interval: '1h', cumulative: adds }),
    };
    await ask(pool, 1, query);
    if (adds) await ask(pool, 1, { ...query, cumulative: false, share: 'bucket' });
  });

  it.each(Object.entries(metrics))(
    '%s tells its definition in one sentence',
    (_, { name, description, unit, decimals }) => {
      expect(name).toMatch(/^[A-Z]/);
      expect(description).toMatch(/^[A-Z][^.]*\.$/);
      expect(Number.isInteger(decimals)).toBe(true);
      if (unit === 's') expect(decimals).toBeGreaterThan(0);
    },
  );
});
