import { overTime } from '../catalogue/declare.js';
import { dimension, OTHERS } from '../catalogue/dimensions.js';
import type { Answer, AnswerMetric, AnswerSeries } from './answer.js';
import { type Grid, grid, longestStep } from './buckets.js';
import { combine, type PlanRows, type RangeRows, totalDimensions } from './combine.js';
import { shifted } from './compare.js';
import { compile, isKeptApart, type Plan, plansOf, type TopGroups } from './compile.js';
import { compileRanking } from './compile-ranking.js';
import { type Cut, elapsed } from './compile-time.js';
import { describe } from './describe.js';
import { findNames } from './names.js';
import { inOrder } from './order.js';
import { type AskedMetric, type Notice, type Question } from './question.js';
import { limits } from './range.js';
import type { Reader } from './reader.js';
import { refuse } from './refuse.js';
import { openNotices, shownBuckets } from './shown-buckets.js';

type Top = NonNullable<Question['top']>;

/** Said where the range itself has room for all of its groups. */
const ONLY_BEFORE: Notice = {
  severity: 'info',
  text: 'There are too many groups: those that only the range before has are added up as Others.',
};

/** The groups that are shown where not all are. */
interface Chosen {
  readonly top?: TopGroups;
  readonly notices: readonly Notice[];
}

/** Reads the rows of a range, grouped by the dimensions. */
type Look = (at: Cut, groupBy: readonly string[], top?: TopGroups) => Promise<PlanRows[]>;

/** Answers one question with what the database holds now. */
export async function run(question: Question, reader: Reader, tenant: number): Promise<Answer> {
  const buckets =
    question.interval === 'none'
      ? null
      : grid(question.interval, question.zone, question.weekStart, question.range.from, question.range.to);
  const cut: Cut = { ...question.range, boundaries: buckets?.boundaries ?? null };
  const earlierCut = question.compare && shiftCut(cut, question);
  const plans = plansOf(question.metrics);
  const look: Look = (at, groupBy, top) => readPlans(question, plans, reader, tenant, at, groupBy, top);

  const most = mostGroups(question, buckets);
  const rank = (top: Top) => choose(question, { ...top, limit: Math.min(top.limit, most) }, reader, tenant);
  const rows = await readGroups(question, [cut, earlierCut], most, look, rank);
  const readRange = async (at: Cut, groups: PlanRows[]): Promise<RangeRows> => ({
    groups,
    totals: question.share ? await look(at, totalDimensions(question)) : [],
    passed: elapsed(at, question.now),
  });
  const shape = { question, buckets: buckets?.times.length ?? 1, top: rows.top };
  const now = await readRange(cut, rows.now);
  const series = combine(shape, now, earlierCut && (await readRange(earlierCut, rows.earlier)));
  const ordered = inOrder(series, question.groupBy, question.weekStart, rows.top);
  const names = await findNames(
    reader,
    tenant,
    question.groupBy,
    question.groupBy.map((_, index) => series.map(({ group }) => group[index] ?? '')),
  );
  return answer(question, buckets, ordered, names, rows.notices);
}

/** The rows of the range and of the one that it is compared with: of the top groups, or of all where there is room for them. */
async function readGroups(
  question: Question,
  [cut, earlierCut]: readonly [Cut, Cut | null],
  most: number,
  look: Look,
  rank: (top: Top) => Promise<Required<Chosen>>,
): Promise<Chosen & { readonly now: PlanRows[]; readonly earlier: PlanRows[] }> {
  const readBoth = async (chosen: Chosen) => ({
    ...chosen,
    now: await look(cut, question.groupBy, chosen.top),
    earlier: earlierCut ? await look(earlierCut, question.groupBy, chosen.top) : [],
  });
  if (question.top) return readBoth(await rank(question.top));
  const all = await readBoth({ notices: [] });
  if (!hasMoreGroups([...all.now, ...all.earlier], most)) return all;
  const { top, notices } = await rank({ by: firstMetric(question), limit: most, order: 'desc', others: true });
  return readBoth({ top, notices: notices.length > 0 ? notices : [ONLY_BEFORE] });
}

async function readPlans(
  question: Question,
  plans: readonly Plan[],
  reader: Reader,
  tenant: number,
  cut: Cut,
  groupBy: readonly string[],
  top?: TopGroups,
): Promise<PlanRows[]> {
  const results: PlanRows[] = [];
  for (const plan of plans) {
    // What lasts is not known beyond now: of a range that has not begun there is nothing to read.
    const known = plan.gaze === 'points' || plan.gaze === 'seconds' || cut.from < question.now;
    if (!known) {
      results.push({ plan, rows: [] });
      continue;
    }
    const most = mostRows(question);
    const rows = await reader.rows(compile({ question, plan, cut, tenant, groupBy, top, limit: most + 1 }));
    // Without top groups they are chosen next; with them there is nothing left that could be added up.
    if (top && rows.length > most) {
      refuse('The answer holds too many numbers: ask for fewer groups, a shorter range or a longer interval.');
    }
    results.push({ plan, rows });
  }
  return results;
}

/** How many rows an answer has room for: each has a number of every metric. */
function mostRows({ metrics }: Question): number {
  return Math.floor(limits.cells / metrics.length);
}

/** How many groups an answer has room for, beside the others. */
function mostGroups(question: Question, buckets: Grid | null): number {
  return Math.min(limits.series, Math.floor(mostRows(question) / (buckets?.times.length ?? 1)) - 1);
}

/** The first groups by a metric, and how many they were chosen of. */
async function choose(question: Question, top: Top, reader: Reader, tenant: number): Promise<Required<Chosen>> {
  const rows = await reader.rows(compileRanking(question, top, tenant));
  const groups = rows.map((row) => question.groupBy.map((_, index) => String(row[`g${index + 1}`])));
  const shown = top.others ? groups.filter((group) => !isCalledOthers(group, question)) : groups;
  const all = Number(rows[0]?.['all_groups'] ?? 0);
  const text = `Only the first ${shown.length.toLocaleString('en')} of ${all.toLocaleString('en')} groups ${shown.length === 1 ? 'is' : 'are'} shown`;
  return {
    top: shown,
    notices:
      all > shown.length
        ? [{ severity: 'info', text: top.others ? `${text}; the rest is added up as Others.` : `${text}.` }]
        : [],
  };
}

/** A group whose own name is that of the rest can only be told as a part of it. */
function isCalledOthers(group: readonly string[], { groupBy, metrics }: Question): boolean {
  return groupBy.every((key, index) => group[index] === OTHERS || isKeptApart(key, metrics));
}

function firstMetric({ metrics: [first] }: Question): AskedMetric {
  if (!first) throw new Error('A question has at least one metric.');
  return first;
}

function hasMoreGroups(results: readonly PlanRows[], most: number): boolean {
  const groups = new Set<string>();
  for (const { rows } of results) {
    const names = Object.keys(rows[0] ?? {}).filter((name) => name.startsWith('g'));
    for (const row of rows) {
      groups.add(JSON.stringify(names.map((name) => row[name])));
      if (groups.size > most) return true;
    }
  }
  return false;
}

/** The same buckets in the range that is compared with. */
function shiftCut(cut: Cut, { compare, zone }: Question): Cut {
  const shift = (at: number) => (compare ? shifted(at, compare, zone) : at);
  let latest = -Infinity;
  // Where the clock is set back, later hours of the day fall before earlier ones: thresholds must ascend.
  const boundaries = cut.boundaries?.map((at) => (latest = Math.max(latest, shift(at)))) ?? null;
  return { from: shift(cut.from), to: Math.max(latest, shift(cut.to)), boundaries };
}

function describeMetric({ as, label, definition }: AskedMetric, { share }: Question): AnswerMetric {
  const { description, unit, decimals } = definition;
  return { name: as, label, description, ...(share ? { unit: 'percent', decimals: 1 } : { unit, decimals }) };
}

function answer(
  question: Question,
  buckets: Grid | null,
  series: readonly AnswerSeries[],
  names: readonly ReadonlyMap<string, string>[],
  notices: readonly Notice[],
): Answer {
  const { format, groupBy, metrics, fromAlert, compare } = question;
  const times = buckets?.times ?? (format === 'time_series' || format === 'heatmap' ? [momentOf(question)] : null);
  const count = buckets ? shownBuckets(buckets, question, series) : 1;
  const shown = <T>(all: readonly T[]) => (count < all.length ? all.slice(0, count) : all);
  return {
    format,
    times: times && shown(times),
    step: buckets && longestStep(buckets),
    metrics: metrics.map((metric) => describeMetric(metric, question)),
    dimensions: groupBy.map((id, index) => ({
      id,
      label: dimension(id)?.label ?? id.replace('labels.', ''),
      names: names[index] ?? new Map(),
    })),
    // Fields without a row would calm an alert rule: without buckets there is no data.
    series: (count > 0 ? series : []).map(({ group, values, earlier }) => ({
      group,
      values: values.map(shown),
      ...(earlier && { earlier: earlier.map(shown) }),
    })),
    compare,
    executed: describe(question),
    notices: [...question.notices, ...notices, ...(buckets ? openNotices(question, buckets) : [])],
    forAlert: fromAlert,
  };
}

/** Where a single number stands in time: at the start of its range; a state at its end, or at the moment of asking. */
function momentOf({ metrics, range, now }: Question): number {
  if (metrics.every(({ definition }) => definition.axis === null)) return now;
  return metrics.every(({ definition }) => overTime(definition) === 'at_end') ? Math.min(range.to, now) : range.from;
}
