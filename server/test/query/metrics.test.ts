import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type BoundMetric, isNullable } from '../../src/catalogue/declare.js';
import { metrics } from '../../src/catalogue/metrics.js';
import { compile, plansOf } from '../../src/query/compile.js';
import { Query } from '../../src/query/query.schema.js';
import { validate } from '../../src/query/validate.js';
import { createTestDatabase, type TestDatabase } from '../database.js';
import { defaults, single } from './asking.js';
import { automationCases } from './metrics/automation.js';
import { callRateCases } from './metrics/call-rates.js';
import { callCases } from './metrics/calls.js';
import { concurrencyCases } from './metrics/concurrency.js';
import { dialogueCases } from './metrics/dialogues.js';
import { intakeCases } from './metrics/intake.js';
import { messageCases } from './metrics/messages.js';
import type { MetricCase } from './metrics/metric-case.js';
import { notificationEndCases } from './metrics/notification-ends.js';
import { notificationCases } from './metrics/notifications.js';
import { phraseCases } from './metrics/phrases.js';
import { queueWaitCases } from './metrics/queue-waits.js';
import { operatorCases } from './metrics/operators.js';
import { queueCases } from './metrics/queues.js';
import { ratingCases } from './metrics/ratings.js';
import { responseCases } from './metrics/responses.js';
import { transactionCases } from './metrics/transactions.js';
import { insertFacts } from './rows.js';

const cases: MetricCase[] = [
  ...dialogueCases,
  ...automationCases,
  ...responseCases,
  ...messageCases,
  ...phraseCases,
  ...notificationCases,
  ...notificationEndCases,
  ...callCases,
  ...callRateCases,
  ...queueCases,
  ...queueWaitCases,
  ...ratingCases,
  ...transactionCases,
  ...operatorCases,
  ...concurrencyCases,
  ...intakeCases,
];

function statement(id: string) {
  const question = validate(Query.parse({ refId: 'A', format: 'single', metrics: [id] }), defaults);
  const [plan] = plansOf(question.metrics);
  return compile({
    question,
    plan: plan!,
    cut: { ...question.range, boundaries: null },
    tenant: 7,
    groupBy: question.groupBy,
  });
}

describe('each metric', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it('has a case here', () => {
    expect(cases.map(({ id }) => id).sort()).toEqual(Object.keys(metrics).sort());
  });

  it.each(cases)('$id is the statement that was read', ({ id, sql, values = [], range: given }) => {
    const compiled = statement(id);
    const range = given ?? (metrics[id].axis === null ? [] : ['2026-10-31T21:00:00.000Z', '2026-11-07T21:00:00.000Z']);
    expect(compiled.text).toBe(sql);
    expect(compiled.values).toEqual([7, ...range, ...values]);
  });

  it.each(cases.map((one, index) => ({ ...one, tenant: index + 1 })))(
    '$id knows the answer',
    async ({ id, facts, expected, tenant }) => {
      for (const [kind, rows] of Object.entries(facts)) await insertFacts(database.pool, tenant, kind, rows);
      const answer = await single(database.pool, tenant, { metrics: [id] });
      if (expected === null) expect(answer).toBeNull();
      else expect(answer).toBeCloseTo(expected, 9);
    },
  );

  it.each(Object.entries<BoundMetric>(metrics).filter(([, metric]) => metric.unit !== 'currency'))(
    '%s says 0 of nothing, or nothing where there is nothing to divide by',
    async (id, metric) => {
      expect(await single(database.pool, 999_999, { metrics: [id] })).toBe(isNullable(metric) ? null : 0);
    },
  );
});
