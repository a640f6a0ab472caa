import type { Dashboard, Panel, Span, Target } from './dashboard.js';
import type { AdHocFilter, VariableValues } from './variables.js';

/** The body of POST /api/v1/query. */
export interface QueryBody {
  readonly timeZone: string;
  readonly weekStart?: string;
  readonly from: string;
  readonly to: string;
  readonly queries: readonly Target[];
}

export interface Asked {
  readonly values: VariableValues;
  readonly adHoc: readonly AdHocFilter[];
  /** The panel's own: parseRange of panelRange. */
  readonly range: Span;
  readonly timeZone: string;
}

/** What a panel asks the service, as the data source plugin would. */
export function panelRequest(panel: Panel, asked: Asked): QueryBody {
  void [panel, asked];
  throw new Error('not yet');
}

/** What a board's annotations ask; undefined where it has none. */
export function annotationRequest(
  dashboard: Dashboard,
  asked: Pick<Asked, 'range' | 'timeZone'>,
): QueryBody | undefined {
  void [dashboard, asked];
  return undefined;
}
