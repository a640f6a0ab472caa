import type { EChartsOption } from 'echarts';
import type { Panel, RawRange, Span } from './dashboard.js';
import type { Frame } from './frame.js';
import type { Reduction } from './reduce.js';
import type { AdHocFilter, VariableValues } from './variables.js';

export type Theme = 'light' | 'dark';

/** What a link carries over: the range as it is written and the choices. */
export interface LinkContext {
  readonly range: RawRange;
  readonly values: VariableValues;
  readonly adHoc: readonly AdHocFilter[];
}

/** An incident, release or turn of the year: a line, or an area where it has an end. Epoch milliseconds. */
export interface Annotation {
  readonly time: number;
  readonly timeEnd?: number;
  readonly text: string;
  readonly tags: readonly string[];
}

/** All that a drawing depends on: the same request draws the same. */
export interface DrawRequest {
  readonly panel: Panel;
  readonly frames: readonly Frame[];
  readonly theme: Theme;
  /** IANA name. */
  readonly timeZone: string;
  /** BCP 47; numbers, times and durations are written in it. */
  readonly locale: string;
  readonly range: Span;
  readonly now: number;
  /** Missing: values link to nothing. */
  readonly links?: LinkContext;
  readonly annotations?: readonly Annotation[];
  /** CSS pixels of the place; decides how many ticks there are. */
  readonly width?: number;
  readonly height?: number;
}

/** A link of a value, filled in: a path of Grafana's form, /d/{uid}?from=…&var-…. */
export interface ValueLink {
  readonly title: string;
  readonly url: string;
  readonly newTab: boolean;
}

/** The slice's own number, its part of the whole, or what a calculation makes of the series. */
export type LegendValue = 'value' | 'percent' | Exclude<Reduction, 'lastNotNull' | 'firstNotNull'>;

export interface LegendItem {
  /** The name of the chart's series (for a pie: of the slice), for toggling it. */
  readonly series: string;
  readonly name: string;
  readonly color: string;
  /** Around it, so that a pale colour can be seen; of a line, the line's own. */
  readonly edge: string;
  readonly dashed: boolean;
  /** What stands beside the name, and what of the series it is. */
  readonly values: readonly { readonly told: LegendValue; readonly text: string }[];
  /** Without a bucket or a value: the facts of the whole series. */
  readonly links: readonly ValueLink[];
}

/** A part of the charts' library or of the world that only some charts need; the page loads it before it draws. */
export type Part = 'world' | 'shapes';

/** What the colours of a heatmap mean: from the least value to the most. */
export interface ColorScale {
  /** At equal distances, the least value's first. */
  readonly colors: readonly string[];
  readonly least: string;
  readonly most: string;
}

export interface ChartDrawing {
  readonly kind: 'chart';
  readonly option: EChartsOption;
  /** Empty where the panel shows none. */
  readonly legend: readonly LegendItem[];
  readonly legendMode: 'list' | 'table' | 'hidden';
  readonly legendPlacement: 'bottom' | 'right';
  /** By the name of what was clicked (a series, a slice, a place, a state's bar): what it links to. */
  readonly links: Readonly<Record<string, readonly ValueLink[]>>;
  /** null where colours are named by the legend. */
  readonly scale: ColorScale | null;
  /** The x axis is time: a stretch of it can be chosen as the board's range. */
  readonly overTime: boolean;
  /**
   * What has to be registered before the chart is made: for 'world', import '@switchboard/viz/world' and call
   * registerWorld(echarts); for 'shapes', the library's custom series and its slider.
   */
  readonly needs: readonly Part[];
  /** Nothing at all to draw; say so instead of an empty frame. */
  readonly empty: boolean;
  /** For an aria-label: the title, what is in it, and the range. */
  readonly label: string;
}

export interface StatTile {
  readonly name: string;
  readonly showName: boolean;
  readonly text: string;
  /** null: nothing known; text says what stands for it. */
  readonly value: number | string | null;
  /** A colour of the text. */
  readonly color: string;
  /** A small line under the number, oldest first; null where a bucket has no number. */
  readonly sparkline: { readonly color: string; readonly values: readonly (number | null)[] } | null;
  readonly links: readonly ValueLink[];
}

/** Sizes of letters in CSS pixels; null: what the page thinks fit. */
export interface TextSizes {
  readonly titleSize: number | null;
  readonly valueSize: number | null;
}

export interface StatModel extends TextSizes {
  readonly orientation: 'vertical' | 'horizontal' | 'auto';
  readonly tiles: readonly StatTile[];
}

export interface Bar {
  readonly name: string;
  readonly text: string;
  readonly value: number | null;
  /** Length of the bar, 0 to 1. */
  readonly share: number;
  readonly color: string;
  readonly edge: string;
  readonly textColor: string;
  readonly links: readonly ValueLink[];
}

export interface BarGaugeModel extends TextSizes {
  readonly bars: readonly Bar[];
  readonly maxBarHeight: number;
  readonly minBarHeight: number;
  readonly minBarWidth: number;
}

export interface TableColumn {
  readonly key: string;
  readonly title: string;
  readonly description: string | null;
  readonly align: 'left' | 'right' | 'center';
  readonly width: number | null;
  readonly minWidth: number | null;
  readonly wrap: boolean;
  readonly type: 'time' | 'number' | 'string';
  /** The dimension that a click can filter by, with the cell's value; null where none. */
  readonly filterKey: string | null;
}

export interface TableCell {
  readonly text: string;
  /** To sort by; times are epoch milliseconds. */
  readonly value: number | string | null;
  readonly color: string | null;
  /** Length of a gauge in the cell, 0 to 1, with its colour; null where the cell is text. */
  readonly gauge: { readonly share: number; readonly color: string; readonly edge: string } | null;
  readonly links: readonly ValueLink[];
}

export interface TableModel {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableCell[])[];
  readonly sort: { readonly column: number; readonly descending: boolean } | null;
}

export type Drawing =
  | ChartDrawing
  | { readonly kind: 'stat'; readonly model: StatModel; readonly empty: boolean; readonly label: string }
  | { readonly kind: 'bargauge'; readonly model: BarGaugeModel; readonly empty: boolean; readonly label: string }
  | { readonly kind: 'table'; readonly model: TableModel; readonly empty: boolean; readonly label: string };

/** A panel of a type that nothing here can draw. */
export class UnknownPanel extends Error {
  constructor(readonly type: string) {
    super(`Panels of the type "${type}" cannot be drawn here.`);
    this.name = 'UnknownPanel';
  }
}
