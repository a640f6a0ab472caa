import { isNullable, needsTime } from '../catalogue/declare.js';
import { OTHERS } from '../catalogue/dimensions.js';
import type { AnswerSeries } from './answer.js';
import { isKeptApart, type Plan, type TopGroups } from './compile.js';
import { type AskedMetric, isMoney, type Question } from './question.js';

/** A row of a compiled statement. */
export type ResultRow = Readonly<Record<string, string | number | null>>;

/** What came back for a plan. */
export interface PlanRows {
  readonly plan: Plan;
  readonly rows: readonly ResultRow[];
}

/** How the rows of a question are read. */
export interface Shape {
  readonly question: Question;
  /** Number of buckets; 1 where there are none. */
  readonly buckets: number;
  readonly top?: TopGroups | undefined;
}

interface Fraction {
  readonly n: (number | null)[];
  readonly d: (number | null)[];
}

interface Group {
  readonly values: readonly string[];
  /** By metric, in the order of the question. */
  readonly fractions: readonly Fraction[];
}

type Groups = ReadonlyMap<string, Group>;

function emptyGroup(values: readonly string[], { question, buckets }: Shape): Group {
  const nothing = () => Array.from({ length: buckets }, () => null);
  return { values, fractions: question.metrics.map(() => ({ n: nothing(), d: nothing() })) };
}

/** The values of the group that a row stands for. */
function groupOf(row: ResultRow, { plan }: PlanRows, { question: { groupBy }, top }: Shape): string[] {
  return groupBy.map((key, index) => {
    if (top === undefined || isKeptApart(key, plan.metrics)) return String(row[`g${index + 1}`]);
    return typeof row['rank'] === 'number' ? (top[row['rank'] - 1]?.[index] ?? OTHERS) : OTHERS;
  });
}

function collect(results: readonly PlanRows[], shape: Shape): Groups {
  const groups = new Map<string, Group>();
  // Without dimensions there is one group whether or not anything happened; money needs a currency to be anything.
  if (shape.question.groupBy.length === 0) groups.set('[]', emptyGroup([], shape));
  for (const result of results) {
    for (const row of result.rows) {
      const values = groupOf(row, result, shape);
      const key = JSON.stringify(values);
      const group = groups.get(key) ?? emptyGroup(values, shape);
      groups.set(key, group);
      const bucket = typeof row['bucket'] === 'number' ? row['bucket'] - 1 : 0;
      result.plan.metrics.forEach((metric, index) => {
        const fraction = group.fractions[shape.question.metrics.indexOf(metric)];
        if (!fraction) return;
        fraction.n[bucket] = numberOf(row[`n${index + 1}`]);
        fraction.d[bucket] = numberOf(row[`d${index + 1}`]);
      });
    }
  }
  return groups;
}

function numberOf(value: string | number | null | undefined): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** The number: 0 where nothing was counted, null where nothing can be said. */
export function valueOf(
  { definition }: AskedMetric,
  n: number | null,
  d: number | null,
  minDenominator: number,
): number | null {
  const scale = definition.scale ?? 1;
  if (definition.denominator) {
    return d === null || d === 0 || d < minDenominator ? null : ((n ?? 0) / d) * scale;
  }
  if (definition.perTime) return d === null || d === 0 ? null : ((n ?? 0) / d) * scale;
  if (!isNullable(definition)) return (n ?? 0) * scale;
  return n === null || (d !== null && d < minDenominator) ? null : n * scale;
}

/** Sums of decimals as people write them: 0.1 + 0.2 is 0.3. */
function add(one: number, other: number): number {
  const sum = one + other;
  return Number.isInteger(sum) ? sum : Number(sum.toFixed(9));
}

function running(values: readonly (number | null)[]): (number | null)[] {
  let sum = 0;
  return values.map((value) => (value === null ? null : (sum = add(sum, value))));
}

/** Each number as percent of the whole, which also holds the groups that are not shown. */
function shares(values: readonly (number | null)[], totals: readonly (number | null)[], share: 'total' | 'bucket') {
  const all = totals.reduce<number>((sum, total) => add(sum, total ?? 0), 0);
  return values.map((value, bucket) => {
    const whole = share === 'total' ? all : (totals[bucket] ?? 0);
    return whole === 0 || value === null ? null : (value / whole) * 100;
  });
}

/** The totals that shares refer to: those of the group's currency where there is money, else those of everything. */
function totalsFor(group: Group, question: Question, totals: Groups): readonly Fraction[] {
  const values = totalDimensions(question).map((key) => group.values[question.groupBy.indexOf(key)] ?? '');
  return totals.get(JSON.stringify(values))?.fractions ?? [];
}

function numbers(group: Group, { question }: Shape, totals: Groups, passed: readonly number[]): (number | null)[][] {
  return question.metrics.map((metric, index) => {
    const { n, d } = group.fractions[index] ?? { n: [], d: [] };
    const { perTime } = metric.definition;
    const timed = needsTime(metric.definition);
    const values = n.map((value, bucket) => {
      const [time, under] = [passed[bucket] ?? 0, d[bucket] ?? null];
      // What has not begun has no number, unless a sender's fast clock has told of it already.
      if (time === 0 && (timed || (!value && !under))) return null;
      return valueOf(metric, value, perTime ? time : under, question.minDenominator);
    });
    if (question.cumulative) return running(values);
    if (!question.share) return values;
    const whole = totalsFor(group, question, totals)[index]?.n.map((value) => valueOf(metric, value, null, 0));
    return shares(values, whole ?? [], question.share);
  });
}

/** What was read for one range: the groups' rows and, for shares, those of the whole. */
export interface RangeRows {
  readonly groups: readonly PlanRows[];
  readonly totals: readonly PlanRows[];
  /** How much of each bucket has passed, in milliseconds. */
  readonly passed: readonly number[];
}

/** The dimensions of the statements that shares are measured by. */
export function totalDimensions(question: Question): string[] {
  return question.metrics.some(isMoney) ? ['currency'] : [];
}

/** Rows as series of numbers, in no order; groups that only the earlier range has are there too, with nothing now. */
export function combine(shape: Shape, now: RangeRows, earlier: RangeRows | null): AnswerSeries[] {
  const { question, buckets } = shape;
  const whole = { question: { ...question, groupBy: totalDimensions(question) }, buckets };
  const [current, currentTotals] = [collect(now.groups, shape), collect(now.totals, whole)];
  if (!earlier) {
    return [...current.values()].map((group) => ({
      group: group.values,
      values: numbers(group, shape, currentTotals, now.passed),
    }));
  }
  const [past, pastTotals] = [collect(earlier.groups, shape), collect(earlier.totals, whole)];
  return [...new Set([...current.keys(), ...past.keys()])].map((key) => {
    const values = (current.get(key) ?? past.get(key))?.values ?? [];
    const of = (groups: Groups, totals: Groups, { passed }: RangeRows) =>
      numbers(groups.get(key) ?? emptyGroup(values, shape), shape, totals, passed);
    return {
      group: values,
      values: of(current, currentTotals, now),
      earlier: of(past, pastTotals, earlier),
    };
  });
}
