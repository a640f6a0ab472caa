import type { Gaze } from '../catalogue/aggregates.js';
import { type Fact, gazeOf, measuresOf } from '../catalogue/declare.js';
import { aggregates } from './compile-aggregate.js';
import { condition, conditionOnGroup } from './compile-filter.js';
import { type Finer, perSecond, sweep } from './compile-peak.js';
import { SELF, Source } from './compile-source.js';
import { type Cut, viewOf } from './compile-time.js';
import { Values } from './compile-values.js';
import { type AskedMetric, isMoney, type Question } from './question.js';

/** What is sent to PostgreSQL. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** The groups to show; all others become one. Each is a list of values, in the order of `groupBy`. */
export type TopGroups = readonly (readonly string[])[];

/** Metrics that one look at the facts answers together. */
export interface Plan {
  readonly fact: Fact;
  readonly axis: string | null;
  readonly gaze: Gaze;
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

/** Metrics of the same facts on one time axis that look at them in the same way share a plan. */
export function plansOf(metrics: readonly AskedMetric[]): Plan[] {
  const plans: Plan[] = [];
  for (const metric of metrics) {
    const { fact, axis } = metric.definition;
    const gaze = gazeOf(metric.definition);
    // Peaks are taken of steps that only their own facts make.
    const apart = gaze === 'sweep' || gaze === 'seconds';
    const place = plans.findIndex((plan) => !apart && plan.fact === fact && plan.axis === axis && plan.gaze === gaze);
    const shared = plans[place];
    if (shared) plans[place] = { ...shared, metrics: [...shared.metrics, metric] };
    else plans.push({ fact, axis, gaze, metrics: [metric] });
  }
  return plans;
}

/**
 * The statement of a look. Columns: `bucket` (1-based; only where the range is cut), `rank` (1-based, null = others; only
 * with top groups), `g1` … the group's values (with top groups only a currency), and the numbers (compile-aggregate.ts).
 */
export function compile(look: Look): Statement {
  const { question, plan, cut, groupBy, top } = look;
  const values = new Values();
  const source = new Source(plan.fact, plan.axis, values, cut, question.zone);
  const tenant = `${SELF}.tenant = ${values.add(look.tenant)}`;
  const view = viewOf(plan.gaze, plan.fact.span, { source, values, cut, now: question.now });
  const where = [tenant, ...view.where, ...conditions(look, source, values)];
  const groups = groupBy.map((key) => source.group(key));
  const keptApart = (key: string) => top === undefined || isKeptApart(key, plan.metrics);
  const grouping = [
    ...(view.bucket ? [[view.bucket, 'bucket'] as const] : []),
    ...(top ? [['top.rank::int4', 'rank'] as const] : []),
    ...groupBy.flatMap((key, index) => (keptApart(key) ? [[groups[index] ?? '', `g${index + 1}`] as const] : [])),
  ];
  const { columns, names, shared } = aggregates(plan.metrics, source, values, { now: question.now, end: view.end });
  const ranking = top && rankJoin(groups, top, question.top?.others ?? true, values);
  const finer = finerOf(plan, source);
  const grouped = [...grouping.map(([sql, name]) => `${sql} as ${name}`), ...(finer?.columns ?? [])];
  const inner = [
    `select ${[...grouped, ...columns].join(',\n  ')}`,
    source.from,
    ...view.joins,
    ...(finer?.joins ?? []),
    ...(ranking ? [ranking] : []),
    `where ${[...where, ...(shared ? [shared] : []), ...conditionsOnGroups(look, source, groups, values)].join('\n  and ')}`,
    ...(grouped.length > 0 ? [`group by ${grouped.map((_, index) => index + 1).join(', ')}`] : []),
  ].join('\n');
  const namesOfGroups = grouping.map(([, name]) => name);
  const text = finer ? finer.outer(inner, namesOfGroups, names) : inner;
  return {
    text: look.limit === undefined ? text : `${text}\nlimit ${values.add(look.limit)}`,
    values: values.list,
  };
}

/** Peaks look closer than at buckets. */
function finerOf({ gaze, metrics: [first] }: Plan, source: Source): Finer | undefined {
  if (gaze === 'sweep') return sweep;
  const [measure] = first ? measuresOf(first.definition) : [];
  if (gaze === 'seconds') return perSecond(source.start, measure?.each && source.column(measure.each));
  return undefined;
}

/** Money of different currencies is never added up, not even as others. */
export function isKeptApart(key: string, metrics: readonly AskedMetric[]): boolean {
  return key === 'currency' && metrics.some(isMoney);
}

/** What all metrics of the look share beside tenant and time. */
export function conditions(
  { question, plan }: { question: Question; plan: { fact: Fact } },
  source: Source,
  values: Values,
): string[] {
  const all: string[] = [];
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
