import { overTime } from '../catalogue/declare.js';
import { dimension } from '../catalogue/dimensions.js';
import type { Answer, AnswerMetric, AnswerSeries } from './answer.js';
import { type Grid, grid, longestStep } from './buckets.js';
import { combine, type PlanRows, type RangeRows, totalDimensions } from './combine.js';
import { shifted } from './compare.js';
import { compile, type Plan, plansOf, type TopGroups } from './compile.js';
import { compileRanking } from './compile-ranking.js';
import { type Cut, elapsed } from './compile-time.js';
import { describe } from './describe.js';
import { findNames } from './names.js';
import { inOrder } from './order.js';
import { type AskedMetric, type Notice, type Question } from './question.js';
import { limits } from './range.js';
import type { Reader } from './reader.js';
import { openNotices, shownBuckets } from './shown-buckets.js';

/** The groups that are shown where not all are. */
interface Chosen {
  readonly top?: TopGroups;
  readonly notices: readonly Notice[];
}

/** Answers one question with what the database holds now. */
export async function run(question: Question, reader: Reader, tenant: number): Promise<Answer> {
  const buckets =
    question.interval === 'none'
      ? null
      : grid(question.interval, question.zone, question.weekStart, question.range.from, question.range.to);
  const cut: Cut = { ...question.range, boundaries: buckets?.boundaries ?? null };
  const plans = plansOf(question.metrics);
  const look = (at: Cut, groupBy: readonly string[], top?: TopGroups): Promise<PlanRows[]> =>
    readPlans(question, plans, reader, tenant, at, groupBy, top);

  let chosen: Chosen = question.top ? await choose(question, question.top, reader, tenant) : { notices: [] };
  let groups = await look(cut, question.groupBy, chosen.top);
  const most = Math.min(limits.series, Math.floor(limits.cells / (buckets?.times.length ?? 1)));
  if (!chosen.top && hasMoreGroups(groups, most)) {
    chosen = await choose(
      question,
      { by: firstMetric(question), limit: most, order: 'desc', others: true },
      reader,
      tenant,
    );
    groups = await look(cut, question.groupBy, chosen.top);
  }
  const readRange = async (at: Cut, rows: PlanRows[]): Promise<RangeRows> => ({
    groups: rows,
    totals: question.share ? await look(at, totalDimensions(question)) : [],
    passed: elapsed(at, question.now),
  });
  const earlierCut = question.compare && shiftCut(cut, question);
  const shape = { question, buckets: buckets?.times.length ?? 1, top: chosen.top };
  const series = combine(
    shape,
    await readRange(cut, groups),
    earlierCut && (await readRange(earlierCut, await look(earlierCut, question.groupBy, chosen.top))),
  );
  const ordered = inOrder(series, question.groupBy, question.weekStart, chosen.top);
  const names = await findNames(
    reader,
    tenant,
    question.groupBy,
    question.groupBy.map((_, index) => series.map(({ group }) => group[index] ?? '')),
  );
  return answer(question, buckets, ordered, names, chosen.notices);
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
    results.push({
      plan,
      rows: await reader.rows(compile({ question, plan, cut, tenant, groupBy, top, limit: limits.cells + 1 })),
    });
  }
  return results;
}

/** The first groups by a metric, and how many they were chosen of. */
async function choose(
  question: Question,
  top: NonNullable<Question['top']>,
  reader: Reader,
  tenant: number,
): Promise<Chosen> {
  const rows = await reader.rows(compileRanking(question, top, tenant));
  const all = Number(rows[0]?.['all_groups'] ?? 0);
  const shown = `Only the first ${rows.length.toLocaleString('en')} of ${all.toLocaleString('en')} groups ${rows.length === 1 ? 'is' : 'are'} shown`;
  return {
    top: rows.map((row) => question.groupBy.map((_, index) => String(row[`g${index + 1}`]))),
    notices:
      all > rows.length
        ? [{ severity: 'info', text: top.others ? `${shown}; the rest is added up as Others.` : `${shown}.` }]
        : [],
  };
}

function firstMetric({ metrics: [first] }: Question): AskedMetric {
  if (!first) throw new Error('A question has at least one metric.');
  return first;
}

function hasMoreGroups(results: readonly PlanRows[], most: number): boolean {
  if (results.every(({ rows }) => rows.length <= most)) return false;
  if (results.some(({ rows }) => rows.length > limits.cells)) return true;
  const groups = new Set<string>();
  for (const { rows } of results) {
    const names = Object.keys(rows[0] ?? {}).filter((name) => name.startsWith('g'));
    for (const row of rows) groups.add(JSON.stringify(names.map((name) => row[name])));
  }
  return groups.size > most;
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
