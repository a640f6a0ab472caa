import { type BoundMetric, gazeOf } from '../catalogue/declare.js';
import { metrics } from '../catalogue/metrics.js';
import type { StatesQuestion } from './compile-states.js';
import { quoted } from './nearest.js';
import { behindOneNumber } from './one-number.js';
import type { Query } from './query.schema.js';
import type { Defaults } from './validate.js';
import { refuse } from './refuse.js';

const FEW_OPERATORS = 50;
const names = ['state', 'reason'] as const;

/** Whether the metric measures how long operators are in states. */
function hasStates(metric: BoundMetric): boolean {
  const { dimensions } = metric.fact;
  const known = dimensions.operator !== undefined && dimensions.state !== undefined && !dimensions.operator.many;
  return known && metric.denominator === undefined && gazeOf(metric) === 'parts';
}

/**
 * Turns a query into a question for the states that operators were in.
 * @throws Problem invalid_request with a sentence
 */
export function statesQuestion(query: Query, defaults: Defaults): StatesQuestion {
  if (query.metrics.length !== 1) refuse('States are shown of one metric: ask for one.');
  const groupBy = query.groupBy ?? [];
  const by = names.find((name) => groupBy.includes(name)) ?? 'state';
  const foreign = groupBy.find((key) => key !== by && key !== 'operator');
  if (foreign !== undefined) refuse(`States are told apart by operator and by state or reason, not by “${foreign}”.`);
  const { question, metric } = behindOneNumber(query, defaults);
  if (!hasStates(metric.definition)) {
    const able = Object.entries<BoundMetric>(metrics).flatMap(([id, one]) => (hasStates(one) ? [id] : []));
    refuse(`The metric “${metric.id}” has no states of operators: ask for ${quoted(able)}.`);
  }
  return { question, metric, by, limit: query.limit ?? query.top?.limit ?? FEW_OPERATORS };
}
