import type { Query } from '../../../server/src/query/query.schema.js';
import { dashboardOf, type Board } from '../board.js';
import { PLUGIN_ID } from '../datasource.js';
import type { AlertRule, Watched } from './rule.js';
import type { Yaml } from './yaml.js';

/** Where the plugin's pages are at the address that Grafana takes for its own unless it is told another (root_url). */
const RUNBOOKS = `http://localhost:3000/public/plugins/${PLUGIN_ID}/runbooks`;

/** The data source that comes with the boards: alerts have no board on which to choose one. */
const DATASOURCE = 'switchboard';
/** Grafana's own, which calculates. */
const EXPRESSION = '__expr__';

/** The page that says what an alert means and what to do. */
export const runbookOf = ({ name, runbook = name }: AlertRule): string => `${RUNBOOKS}/${runbook}.html`;

/** The query as the plugin sends it on, without range and name. */
export function questionOf({ metric, groupBy, filters, window, minDenominator }: Watched) {
  return {
    schemaVersion: 1,
    metrics: [metric],
    ...(groupBy && { groupBy: [...groupBy] }),
    ...(filters && { filters: filters.map(({ key, operator, values }) => ({ key, operator, values: [...values] })) }),
    // A number for each group: it needs no reducing, and none of them is a bucket that is still being filled.
    format: 'single',
    ...(window && { window }),
    ...(minDenominator !== undefined && { minDenominator }),
    // Whoever makes a series of it judges closed buckets only.
    dropOpenBucket: true,
    fromAlert: true,
  } as const satisfies Omit<Query, 'refId' | 'metrics'> & { metrics: readonly string[] };
}

/** The number of a panel on its board. */
function panelId([uid, title]: AlertRule['panel'], boards: readonly Board[]): number {
  const board = boards.find((each) => each.uid === uid);
  const all = board ? (dashboardOf(board, boards).panels ?? []) : [];
  const panels = all.flatMap((panel) =>
    'panels' in panel && panel.type === 'row' ? [panel, ...panel.panels] : [panel],
  );
  const found = panels.find((panel) => panel.title === title);
  if (found?.id === undefined) throw new Error(`There is no panel “${title}” on ${uid}.`);
  return found.id;
}

/** A rule as Grafana's provisioning reads it: the query A, and the condition B on its numbers. */
export function savedRule(rule: AlertRule, boards: readonly Board[]): Yaml {
  const { watches, limit } = rule;
  const [uid] = rule.panel;
  const id = panelId(rule.panel, boards);
  const range = { from: (watches.minutes + (watches.settling ?? 0)) * 60, to: (watches.settling ?? 0) * 60 };
  return {
    uid: `switchboard-${rule.name}`,
    title: rule.title,
    condition: 'B',
    data: [
      {
        refId: 'A',
        relativeTimeRange: range,
        datasourceUid: DATASOURCE,
        model: {
          refId: 'A',
          datasource: { type: PLUGIN_ID, uid: DATASOURCE },
          ...questionOf(watches),
          intervalMs: 60_000,
          maxDataPoints: 100,
        },
      },
      {
        refId: 'B',
        relativeTimeRange: range,
        datasourceUid: EXPRESSION,
        model: {
          refId: 'B',
          datasource: { type: EXPRESSION, uid: EXPRESSION },
          type: 'threshold',
          expression: 'A',
          conditions: [{ evaluator: { type: limit.side === 'above' ? 'gt' : 'lt', params: [limit.value] } }],
        },
      },
    ],
    for: `${rule.for}m`,
    noDataState: rule.noData,
    execErrState: rule.error,
    dashboardUid: uid,
    panelId: id,
    annotations: {
      summary: rule.summary,
      description: rule.description,
      runbook_url: runbookOf(rule),
      __dashboardUid__: uid,
      __panelId__: String(id),
    },
    labels: { severity: rule.severity, product: 'switchboard' },
  };
}
