/** A place on the board's grid of 24 columns; a row of the grid is 30 px and a gap of 8 px high in Grafana. */
export interface GridPos {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** A question of a panel as it was saved, with its variables still in it. */
export interface Target {
  readonly refId: string;
  readonly [setting: string]: unknown;
}

/** One property of an override, or a matcher: an id and what it says. */
export interface Property {
  readonly id: string;
  readonly value?: unknown;
}

export interface Override {
  readonly matcher: { readonly id: string; readonly options?: unknown };
  readonly properties: readonly Property[];
}

/** A panel of a dashboard, as Grafana reads it from its file. */
export interface Panel {
  readonly id: number;
  readonly type: string;
  readonly title?: string;
  readonly description?: string;
  readonly gridPos: GridPos;
  readonly options?: Readonly<Record<string, unknown>>;
  readonly fieldConfig?: {
    readonly defaults: Readonly<Record<string, unknown>>;
    readonly overrides: readonly Override[];
  };
  readonly targets?: readonly Target[];
  readonly transformations?: readonly { readonly id: string; readonly options?: unknown }[];
  readonly maxDataPoints?: number;
  /** A range of its own, such as 15m or now/d. */
  readonly timeFrom?: string;
  readonly hideTimeOverride?: boolean;
  /** Of a row: whether it opens only when it is asked to; then its panels stand here. */
  readonly collapsed?: boolean;
  readonly panels?: readonly Panel[];
}

export interface DashboardLink {
  readonly type: string;
  readonly title: string;
  readonly tooltip?: string;
  readonly url?: string;
  readonly icon?: string;
  readonly tags?: readonly string[];
  readonly asDropdown?: boolean;
  readonly targetBlank?: boolean;
  readonly includeVars?: boolean;
  readonly keepTime?: boolean;
}

/** What of a saved variable is read here; the rest is Grafana's own. */
export interface SavedVariable {
  readonly type: string;
  readonly name: string;
  readonly label?: string;
  readonly multi?: boolean;
  readonly includeAll?: boolean;
  readonly query?: unknown;
  readonly current?: { readonly text?: unknown; readonly value?: unknown };
  readonly options?: readonly { readonly text?: unknown; readonly value?: unknown }[];
}

/** A dashboard file of provisioning/dashboards. */
export interface Dashboard {
  readonly uid: string;
  readonly title: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly timezone?: string;
  readonly time: RawRange;
  readonly refresh?: string;
  readonly links?: readonly DashboardLink[];
  readonly templating: { readonly list: readonly SavedVariable[] };
  readonly annotations?: { readonly list: readonly { readonly enable?: boolean; readonly iconColor?: string }[] };
  readonly panels: readonly Panel[];
}

/** A range as it is written: now-7d, now/d, epoch milliseconds or an ISO time. */
export interface RawRange {
  readonly from: string;
  readonly to: string;
}

/** A range as it is asked: epoch milliseconds, the end not included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Every panel that draws something, also those in closed rows, in the board's order. */
export function drawnPanels(dashboard: Pick<Dashboard, 'panels'>): Panel[] {
  return dashboard.panels.flatMap((panel) => (panel.type === 'row' ? [...(panel.panels ?? [])] : [panel]));
}
