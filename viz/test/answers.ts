import { dimension } from '../../server/src/catalogue/dimensions.js';
import { metric } from '../../server/src/catalogue/metrics.js';
import type { AnswerDimension, AnswerMetric, AnswerSeries } from '../../server/src/query/answer.js';
import { frames as framesOf } from '../../server/src/query/frame.js';
import { factsFrame } from '../../server/src/query/frame-facts.js';
import { statesFrame } from '../../server/src/query/frame-states.js';
import type { Target } from '../src/dashboard.js';
import type { Frame } from '../src/frame.js';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** Midnight in Moscow. */
export const START = Date.parse('2026-11-15T21:00:00Z');
export const BUCKETS = 7;
export const END = START + BUCKETS * DAY;
const NAMES = { executed: 'What was counted', notices: [] };

interface Asked extends Target {
  readonly metrics: readonly { readonly id: string; readonly as?: string }[];
  readonly groupBy?: readonly string[];
  readonly format: string;
  readonly compare?: string;
  readonly columns?: readonly string[];
}

/** Frames as the service makes them for a question whose variables are filled in, with numbers made up. */
export function answerTo(target: Target): readonly Frame[] {
  const asked = target as Asked;
  if (asked.format === 'states') return [states()];
  if (asked.format === 'facts') return [facts()];
  const dimensions = (asked.groupBy ?? []).map(dimensionNamed);
  const isHeat = asked.format === 'heatmap';
  const overTime = asked.format === 'time_series' || isHeat;
  const times = overTime ? Array.from({ length: BUCKETS }, (_, bucket) => START + bucket * DAY) : null;
  const groups = dimensions.length === 0 ? [[]] : groupsOf(dimensions);
  return framesOf({
    format: isHeat ? 'heatmap' : overTime ? 'time_series' : asked.format === 'single' ? 'single' : 'table',
    times,
    step: overTime ? DAY : null,
    metrics: asked.metrics.map(({ id, as }) => metricNamed(id, as)),
    dimensions,
    series: groups.map((group, index) =>
      seriesOf(group, index, asked.metrics.length, times?.length ?? 1, asked.compare),
    ),
    compare: asked.compare === undefined ? null : { id: asked.compare, label: asked.compare.replace('_', ' ') },
    forAlert: false,
    ...NAMES,
  });
}

function dimensionNamed(id: string): AnswerDimension {
  const known = dimension(id);
  return { id, label: known?.label ?? id, names: new Map(Object.entries(known?.values ?? {})) };
}

function metricNamed(id: string, as?: string): AnswerMetric {
  const known = metric(id);
  if (!known) throw new Error(`The catalogue has no metric ${id}.`);
  const { name, description, unit, decimals } = known;
  return { name: as ?? id, label: as ?? name, description, unit, decimals };
}

/** Three groups of the first dimension and the two that no group lacks; the last of them has no number at all. */
function groupsOf(dimensions: readonly AnswerDimension[]): string[][] {
  const values = ([{ id, names }]: readonly AnswerDimension[] & { 0: AnswerDimension }) =>
    id === 'location'
      ? ['55.75,37.62', '52.52,13.40', '41.90,12.50']
      : [...names.keys(), 'first', 'second', 'third'].slice(0, 3);
  const [first, ...rest] = dimensions;
  if (!first) return [];
  return [...values([first]), '', 'Others'].map((value) => [
    value,
    ...rest.map(({ names }) => [...names.keys()][0] ?? 'one'),
  ]);
}

function seriesOf(group: string[], index: number, metrics: number, buckets: number, compare?: string): AnswerSeries {
  const nothing = group[0] === '' && index > 0;
  const numbers = (shift: number) =>
    Array.from({ length: metrics }, (_, at) =>
      Array.from({ length: buckets }, (_bucket, bucket) =>
        nothing || (buckets > 1 && bucket === 3) ? null : (index + 1) * 10 + at + bucket + shift,
      ),
    );
  return { group, values: numbers(0), ...(compare !== undefined && { earlier: numbers(-3) }) };
}

function states(): Frame {
  return statesFrame({
    lives: [
      {
        who: 'anna',
        states: [
          { state: 'available', since: START, until: START + HOUR },
          { state: 'busy', since: START + HOUR, until: END },
        ],
      },
      { who: 'boris', states: [{ state: 'paused', since: START + HOUR, until: START + 3 * HOUR }] },
    ],
    to: END,
    people: new Map([['anna', 'Anna']]),
    words: new Map([['available', 'Available']]),
    description: 'The state of operators.',
    ...NAMES,
  });
}

function facts(): Frame {
  const column = { isDimension: false, sql: () => '' };
  return factsFrame({
    columns: [
      { ...column, name: 'started_at', label: 'Started at', type: 'time' },
      { ...column, name: 'status', label: 'Status', type: 'text', isDimension: true },
      { ...column, name: 'talk', label: 'Talk', type: 'number', unit: 's' },
      { ...column, name: 'cost', label: 'Cost', type: 'decimal', unit: 'currency' },
    ],
    page: {
      rows: [
        [START, 'answered', 95, '1.25'],
        [START + HOUR, null, null, null],
      ],
      next: null,
    },
    names: [new Map(), new Map([['answered', 'Answered']]), new Map(), new Map()],
    ...NAMES,
  });
}
