import { dimension, OTHERS } from '../catalogue/dimensions.js';
import type { WeekStart } from '../tenants/tenant.schema.js';
import type { AnswerSeries } from './answer.js';
import type { TopGroups } from './compile.js';

const FIRST_WEEKDAY: Readonly<Record<WeekStart, number>> = { monday: 1, saturday: 6, sunday: 7 };

/** Declared values in their order, then numbers by size, then text; what nobody gave comes last but for the others. */
function sortKey(key: string, value: string, weekStart: WeekStart): [number, number, string] {
  if (value === OTHERS) return [4, 0, ''];
  if (value === '') return [3, 0, ''];
  if (key === 'day_of_week') return [0, (Number(value) - FIRST_WEEKDAY[weekStart] + 7) % 7, ''];
  const declared = Object.keys(dimension(key)?.values ?? {}).indexOf(value);
  if (declared >= 0) return [0, declared, ''];
  const size = Number(value);
  return Number.isNaN(size) ? [2, 0, value] : [1, size, value];
}

function compareGroups(
  keys: readonly string[],
  weekStart: WeekStart,
  one: readonly string[],
  other: readonly string[],
): number {
  for (const [index, key] of keys.entries()) {
    const [a, b] = [sortKey(key, one[index] ?? '', weekStart), sortKey(key, other[index] ?? '', weekStart)];
    const difference = a[0] - b[0] || a[1] - b[1] || (a[2] < b[2] ? -1 : a[2] > b[2] ? 1 : 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The series as people expect them: the top ones by rank, else by their groups. */
export function inOrder(
  series: readonly AnswerSeries[],
  keys: readonly string[],
  weekStart: WeekStart,
  top?: TopGroups,
): AnswerSeries[] {
  const ranks = new Map(top?.map((group, rank) => [JSON.stringify(group), rank]));
  const rankOf = ({ group }: AnswerSeries) => ranks.get(JSON.stringify(group)) ?? ranks.size;
  return [...series].sort((a, b) => rankOf(a) - rankOf(b) || compareGroups(keys, weekStart, a.group, b.group));
}
