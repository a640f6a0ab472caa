import { factsBehind } from './compile-behind.js';
import type { Statement } from './compile.js';
import { Values } from './compile-values.js';
import type { AskedMetric, Question } from './question.js';

/** The states that operators were in. */
export interface StatesQuestion {
  /** With the one metric. */
  readonly question: Question;
  readonly metric: AskedMetric;
  /** What a state is called by: the state itself, or its reason where it has one. */
  readonly by: 'state' | 'reason';
  /** The most operators that are shown. */
  readonly limit: number;
}

/**
 * Who was in which state when, cut off at the range and at now, by the very conditions of the metric. Columns: `who`, `state`,
 * `at_work` (1 where the state is any but offline), `since` and `until` (epoch milliseconds).
 */
export function compileStates(asked: StatesQuestion, tenant: number, limit: number): Statement {
  const { question, metric, by } = asked;
  const values = new Values();
  const { source, view, where } = factsBehind(question, metric, 'numerator', tenant, values);
  const [who, state] = [source.dimension('operator').sql, source.dimension('state').sql];
  const named = by === 'reason' ? `coalesce(${source.dimension('reason').sql}, ${state})` : state;
  const moment = (sql: string) => `floor(extract(epoch from ${sql}) * 1000)::float8`;
  const text = [
    `select ${who} as who,\n  ${named} as state,\n  (${state} <> 'offline')::int4 as at_work`,
    `  ${moment('part.since')} as since,\n  ${moment('part.until')} as until`,
  ].join(',\n');
  return {
    text: [
      text,
      source.from,
      ...view.joins,
      `where ${where.join('\n  and ')}`,
      'order by part.since',
      `limit ${values.add(limit)}`,
    ].join('\n'),
    values: values.list,
  };
}
