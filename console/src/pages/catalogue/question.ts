import type { Panel, RawRange } from '@switchboard/viz';
import type { Interval, Metric } from './catalogue.js';

export const operators = ['=|', '!=|', '=~', '!~'] as const;
export type Operator = (typeof operators)[number];

/** A filter as it is being put together; without a key or values it filters nothing yet. */
export interface FilterChoice {
  readonly key: string | null;
  readonly operator: Operator;
  /** Of a regular expression: the one. */
  readonly values: readonly string[];
}

/** What somebody has put together on the page. */
export interface Choice {
  readonly groupBy: readonly string[];
  readonly filters: readonly FilterChoice[];
  readonly params: Readonly<Record<string, number>>;
  readonly interval: 'none' | 'auto' | Interval;
  readonly range: RawRange;
}

/** What is asked first: a line over the last week, or the one number of a state of this moment. */
export const firstChoice = ({ timeAxis }: Pick<Metric, 'timeAxis'>): Choice => ({
  groupBy: [],
  filters: [],
  params: {},
  interval: timeAxis === null ? 'none' : 'auto',
  range: { from: 'now-7d', to: 'now' },
});

export const isPattern = (operator: Operator): boolean => operator === '=~' || operator === '!~';

/** The body of POST /api/v1/query that a choice asks. */
export interface QueryBody {
  timeZone: string;
  from: string;
  to: string;
  queries: {
    refId: string;
    metrics: (string | { id: string; params: Record<string, number> })[];
    groupBy?: string[];
    filters?: { key: string; operator: string; values: string[] }[];
    interval: string;
    format: 'time_series' | 'table';
  }[];
}

const isTable = ({ interval }: Choice): boolean => interval === 'none';

/** The question to the service; range: epoch milliseconds, the end not included. */
export function queryOf(
  { id }: Metric,
  choice: Choice,
  { from, to, timeZone }: { from: number; to: number; timeZone: string },
): QueryBody {
  const filters = choice.filters.flatMap(({ key, operator, values }) =>
    key === null || values.length === 0 ? [] : [{ key, operator, values: [...values] }],
  );
  const { groupBy, params, interval } = choice;
  return {
    timeZone,
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    queries: [
      {
        refId: 'A',
        metrics: [Object.keys(params).length === 0 ? id : { id, params: { ...params } }],
        ...(groupBy.length > 0 && { groupBy: [...groupBy] }),
        ...(filters.length > 0 && { filters }),
        interval,
        format: isTable(choice) ? 'table' : 'time_series',
      },
    ],
  };
}

/** The panel that shows the answer: a table of the whole range, or a line for each group; bars where numbers add up. */
export function panelOf({ name, unit, additivity }: Metric, choice: Choice): Panel {
  const bars = additivity === 'additive' && choice.groupBy.length === 0;
  return {
    id: 1,
    type: isTable(choice) ? 'table' : 'timeseries',
    title: name,
    gridPos: { x: 0, y: 0, w: 24, h: 10 },
    options: isTable(choice)
      ? { showHeader: true }
      : {
          legend: { displayMode: 'list', placement: 'bottom', showLegend: choice.groupBy.length > 0 },
          tooltip: { mode: 'multi' },
        },
    fieldConfig: {
      defaults: isTable(choice)
        ? {}
        : {
            ...(unit === 'percent' && { min: 0, max: 100 }),
            color: { mode: 'palette-classic' },
            custom: bars ? { drawStyle: 'bars', fillOpacity: 70 } : { drawStyle: 'line', lineWidth: 2 },
          },
      overrides: [],
    },
    targets: [],
  };
}
