import type { Query } from './query.schema.js';
import type { AskedMetric, Question } from './question.js';
import { type Defaults, validate } from './validate.js';

/**
 * A question for what is behind a number, without what only shapes numbers: groups, intervals, the top ones, comparisons.
 * @throws Problem invalid_request with a sentence
 */
export function behindOneNumber(query: Query, defaults: Defaults): { question: Question; metric: AskedMetric } {
  const question = validate(
    {
      ...query,
      format: 'table',
      groupBy: null,
      interval: 'none',
      top: null,
      compare: null,
      cumulative: null,
      share: null,
      fromAlert: null,
    },
    defaults,
  );
  const [metric] = question.metrics;
  if (!metric) throw new Error('A question has at least one metric.');
  return { question, metric };
}
