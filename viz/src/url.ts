import type { Dashboard, RawRange } from './dashboard.js';
import type { AdHocFilter, VariableValues } from './variables.js';

/** All of a board that its address tells. */
export interface BoardState {
  readonly range: RawRange;
  /** IANA name, or '' for the browser's. */
  readonly timeZone: string;
  /** 30s, 5m …, '' for never. */
  readonly refresh: string;
  readonly values: VariableValues;
  readonly adHoc: readonly AdHocFilter[];
}

/** The state that an address tells, in Grafana's own parameters (from, to, timezone, refresh, var-…); else the board's own. */
export function readState(search: string, dashboard: Dashboard): BoardState {
  void [search, dashboard];
  throw new Error('not yet');
}

/** The query string of a state, without "?", as Grafana reads it too. */
export function writeState(state: BoardState, dashboard: Dashboard): string {
  void [state, dashboard];
  throw new Error('not yet');
}

/** The board in Grafana with the same range and choices. */
export function grafanaUrl(grafana: string, dashboard: Dashboard, state: BoardState): string {
  return `${grafana.replace(/\/+$/, '')}/d/${dashboard.uid}?${writeState(state, dashboard)}`;
}
