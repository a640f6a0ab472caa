import { additivity, type Fact, gazeOf, isNullable } from '../catalogue/declare.js';
import { hidesRare } from '../catalogue/dimensions.js';
import { compile, type Statement } from './compile.js';
import { SELF } from './compile-source.js';
import { Values } from './compile-values.js';
import type { AskedMetric, Question } from './question.js';

/**
 * The groups of a question in the order of one of its metrics, the first `limit` of them. Columns: `g1` …, and `all_groups`,
 * how many there are.
 */
export function compileRanking(
  question: Question,
  { by, order, limit }: NonNullable<Question['top']>,
  tenant: number,
): Statement {
  const { fact, axis } = by.definition;
  const cut = { ...question.range, boundaries: null };
  const plan = { fact, axis, gaze: gazeOf(by.definition), metrics: [by] };
  const { text, values } = compile({ question, plan, cut, tenant, groupBy: question.groupBy });
  const names = question.groupBy.map((_, index) => `g${index + 1}`);
  const placed = new Values(values);
  return {
    text: `select ${names.join(', ')}, count(*) over ()::int4 as all_groups
from (
${text}
) ranked${question.groupBy.some(hidesRare) ? `\nwhere n1 >= ${placed.add(by.parameters.minCount, 'float8')}` : ''}
order by ${rankedBy(by, question.minDenominator, placed)} ${order} nulls last, ${names.map((name) => `${name} collate "C"`).join(', ')}
limit ${placed.add(limit)}`,
    values: placed.list,
  };
}

/** The number that groups are put in order by; null for what is said to be too little. */
function rankedBy({ definition }: AskedMetric, minDenominator: number, values: Values): string {
  const number = definition.denominator ? 'n1 / nullif(d1, 0)' : isNullable(definition) ? 'n1' : 'coalesce(n1, 0)';
  const counted = definition.denominator !== undefined || additivity(definition) === 'sketch';
  return counted && minDenominator > 0
    ? `case when d1 >= ${values.add(minDenominator, 'float8')} then ${number} end`
    : number;
}

/** When the earliest of the facts counts. Column: `at`, epoch milliseconds, null where there are none. */
export function compileEarliest(facts: readonly Fact[], tenant: number): Statement {
  const tables = [...new Set(facts.map(({ from }) => from))];
  const each = tables.map((from) => `(select min(${SELF}.at) from ${from} ${SELF} where ${SELF}.tenant = $1)`);
  return { text: `select floor(extract(epoch from least(${each.join(', ')})) * 1000)::float8 as at`, values: [tenant] };
}
