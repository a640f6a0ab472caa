import { additivity, type Fact, isNullable } from '../catalogue/declare.js';
import { aggregates } from './compile-aggregate.js';
import { condition, conditionOnGroup } from './compile-filter.js';
import { SELF, Source } from './compile-source.js';
import { Values } from './compile-values.js';
import { type AskedMetric, isMoney, type Question } from './question.js';
import type { Range } from './range.js';

/** What is sent to PostgreSQL. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** A range, and where it is cut; null for one number per group. */
export interface Cut extends Range {
  readonly boundaries: readonly number[] | null;
}

/** The groups to show; all others become one. Each is a list of values, in the order of `groupBy`. */
export type TopGroups = readonly (readonly string[])[];

/** Metrics that one look at the facts answers together. */
export interface Plan {
  readonly fact: Fact;
  readonly axis: string | null;
  readonly metrics: readonly AskedMetric[];
}

/** One look at the facts. */
export interface Look {
  readonly question: Question;
  readonly plan: Plan;
  readonly cut: Cut;
  readonly tenant: number;
  /** The question's dimensions, or fewer for totals. */
  readonly groupBy: readonly string[];
  readonly top?: TopGroups | undefined;
  /** The most rows that are of use. */
  readonly limit?: number;
}

/** Metrics of one kind of facts on one time axis share a plan. */
export function plansOf(metrics: readonly AskedMetric[]): Plan[] {
  const plans = new Map<string, Plan>();
  for (const metric of metrics) {
    const { fact, axis } = metric.definition;
    const key = `${axis} ${fact.from}`;
    plans.set(key, { fact, axis, metrics: [...(plans.get(key)?.metrics ?? []), metric] });
  }
  return [...plans.values()];
}

/**
 * The statement of a look. Columns: `bucket` (1-based; only where the range is cut), `rank` (1-based, null = others; only
 * with top groups), `g1` … the group's values (with top groups only a currency), and the numbers (compile-aggregate.ts).
 */
export function compile(look: Look): Statement {
  const { question, plan, cut, groupBy, top } = look;
  const values = new Values();
  const source = new Source(plan.fact, plan.axis, values, cut, question.zone);
  const where = conditions(look, source, values);
  const bucket = cut.boundaries && `width_bucket(${source.instant}, ${values.instants(cut.boundaries)}) as bucket`;
  const groups = groupBy.map((key) => source.group(key));
  const keptApart = (key: string) => top === undefined || isKeptApart(key, plan.metrics);
  const grouping = [
    ...(bucket ? [bucket] : []),
    ...(top ? ['top.rank::int4 as rank'] : []),
    ...groupBy.flatMap((key, index) => (keptApart(key) ? [`${groups[index]} as g${index + 1}`] : [])),
  ];
  const { columns, shared } = aggregates(plan.metrics, source, values, question.now);
  const ranking = top && rankJoin(groups, top, question.top?.others ?? true, values);
  const text = [
    `select ${[...grouping, ...columns].join(',\n  ')}`,
    source.from,
    ...(ranking ? [ranking] : []),
    `where ${[...where, ...(shared ? [shared] : []), ...conditionsOnGroups(look, source, groups, values)].join('\n  and ')}`,
    ...(grouping.length > 0 ? [`group by ${grouping.map((_, index) => index + 1).join(', ')}`] : []),
    ...(look.limit === undefined ? [] : [`limit ${values.add(look.limit)}`]),
  ].join('\n');
  return { text, values: values.list };
}

/** Money of different currencies is never added up, not even as others. */
export function isKeptApart(key: string, metrics: readonly AskedMetric[]): boolean {
  return key === 'currency' && metrics.some(isMoney);
}

/** What all metrics of the look share: tenant and time first. */
function conditions({ question, plan, cut, tenant }: Look, source: Source, values: Values): string[] {
  const all = [`${SELF}.tenant = ${values.add(tenant)}`];
  const { instant } = source;
  if (instant !== undefined) {
    if (instant !== `${SELF}.at`) all.push(`${SELF}.at is not null`);
    all.push(`${instant} >= ${values.instant(cut.from)}`, `${instant} < ${values.instant(cut.to)}`);
  }
  for (const filter of question.filters) all.push(condition(source, filter, values));
  const wrote = plan.fact.customerWrote;
  if (question.withCustomerMessages && wrote) {
    all.push('own' in wrote ? wrote.own(SELF) : source.parent(wrote.from, wrote.column));
  }
  return all;
}

/** A filter on a dimension of many values picks facts; where it is grouped by too, it also picks the groups. */
function conditionsOnGroups({ question, groupBy }: Look, source: Source, groups: readonly string[], values: Values) {
  return groupBy.flatMap((key, index) =>
    source.dimension(key).many
      ? question.filters
          .filter((filter) => filter.key === key)
          .map((filter) => conditionOnGroup(groups[index] ?? '', filter, values))
      : [],
  );
}

/** Gives each row the rank of its group; rows of other groups have none, or are left out. */
function rankJoin(groups: readonly string[], top: TopGroups, others: boolean, values: Values): string {
  const arrays = groups.map((_, index) =>
    values.add(
      top.map((group) => group[index] ?? ''),
      'text[]',
    ),
  );
  const names = groups.map((_, index) => `g${index + 1}`);
  const match = groups.map((sql, index) => `top.${names[index]} = ${sql}`).join(' and ');
  const unnested = `unnest(${arrays.join(', ')}) with ordinality as top(${names.join(', ')}, rank)`;
  return `${others ? 'left join' : 'join'} ${unnested} on ${match}`;
}

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
  const plan = { fact, axis, metrics: [by] };
  const { text, values } = compile({ question, plan, cut, tenant, groupBy: question.groupBy });
  const names = question.groupBy.map((_, index) => `g${index + 1}`);
  const placed = new Values(values);
  return {
    text: `select ${names.join(', ')}, count(*) over ()::int4 as all_groups
from (
${text}
) ranked
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
