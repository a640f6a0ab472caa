import { boards, generateDashboards } from '../src/generate.js';

/** What the tests read of a target; the texts of files are not trusted to have anything. */
export interface SavedTarget {
  refId: string;
  datasource: { type: string; uid: string };
  metrics: { id: string; as?: string; params?: Record<string, unknown> }[];
  groupBy?: string[];
  filters: { key: string; operator: string; values: string[]; optional?: boolean }[];
  format: string;
  window?: string;
  top?: { limit: number; others: boolean };
  withCustomerMessages?: string;
  part?: string;
  limit?: number;
}

export interface SavedPanel {
  id: number;
  type: string;
  title?: string;
  description?: string;
  collapsed?: boolean;
  datasource?: { type: string; uid: string };
  gridPos: { x: number; y: number; w: number; h: number };
  targets?: SavedTarget[];
  /** Those of a folded row. */
  panels?: SavedPanel[];
  timeFrom?: string;
  hideTimeOverride?: boolean;
  options: Record<string, never>;
  fieldConfig: {
    defaults: { unit?: string; noValue?: string };
    overrides: { matcher: { id: string; options: string }; properties: { id: string; value: unknown }[] }[];
  };
}

export interface SavedBoard {
  uid: string;
  title: string;
  tags: string[];
  time: { from: string; to: string };
  refresh: string;
  links: { title: string; type: string; url: string; keepTime: boolean; includeVars: boolean; asDropdown: boolean }[];
  templating: {
    list: {
      type: string;
      name: string;
      label: string;
      multi?: boolean;
      includeAll?: boolean;
      query?: unknown;
      current?: { value: unknown };
    }[];
  };
  annotations: { list: unknown[] };
  panels: SavedPanel[];
}

export const files = generateDashboards();

/** The boards as Grafana reads them, by uid. */
export const saved = new Map(
  Object.values(files).map((text) => {
    const board = JSON.parse(text) as SavedBoard;
    return [board.uid, board] as const;
  }),
);

/** Panels that ask as soon as the board is opened. */
export function opened(board: SavedBoard): SavedPanel[] {
  return board.panels.filter(({ type }) => type !== 'row');
}

/** Panels that ask something, those of folded rows as well. */
export function asking(board: SavedBoard): SavedPanel[] {
  return board.panels.flatMap((panel) => (panel.type === 'row' ? (panel.panels ?? []) : [panel]));
}

/** Board, panel and target of every query, with a name for the test's title. */
export const queries = [...saved.values()].flatMap((board) =>
  asking(board).flatMap((panel) =>
    (panel.targets ?? []).map((target) => ({ name: `${board.title}: ${panel.title}`, board, panel, target })),
  ),
);

export const uids = boards.map(({ uid }) => uid);

/** The numbers that a board of records lists the records of. */
export function numbersOf({ uid }: SavedBoard): string[] {
  const variables = boards.find((board) => board.uid === uid)?.variables ?? [];
  const number = variables.flatMap((variable) =>
    'choice' in variable && variable.choice === 'metric' ? [variable] : [],
  );
  return number.flatMap(({ options }) => options.map(([id]) => id));
}
