import type { ValueLink } from './drawing.js';

/** A value as it is shown. */
export interface Shown {
  readonly text: string;
  readonly value: number | string | null;
  readonly color: string;
}

export interface Threshold {
  /** -Infinity for the first. */
  readonly value: number;
  readonly color: string;
}

/** A column with its panel's defaults and overrides applied. */
export interface PreparedField {
  readonly name: string;
  /** As readers call it; the same within a panel only where overrides say so. */
  readonly title: string;
  readonly type: 'time' | 'number' | 'string';
  readonly labels: Readonly<Record<string, string>>;
  readonly values: readonly unknown[];
  /** Of the whole series. */
  readonly color: string;
  /** The colour of its lines, and of the edges of its areas: where the other is too pale for the page, a stronger one. */
  readonly edge: string;
  readonly unit: string;
  readonly decimals: number | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly description: string | null;
  readonly noValue: string;
  readonly filterable: boolean;
  /** Milliseconds between values, where the service told it. */
  readonly interval: number | null;
  readonly thresholds: readonly Threshold[];
  readonly custom: Readonly<Record<string, unknown>>;
  readonly show: (value: unknown) => Shown;
  /** Links of the value in a row, or of the whole column. */
  readonly links: (row?: number) => ValueLink[];
}

export interface PreparedFrame {
  readonly fields: readonly PreparedField[];
  readonly length: number;
}

/** Colours of everything that is not data. */
export interface Palette {
  readonly text: string;
  readonly faint: string;
  readonly grid: string;
  readonly background: string;
  readonly tooltip: string;
  /** A colour of Grafana's names (dark-green, text), or any other as it is. */
  readonly named: (name: string) => string;
}

export interface Prepared {
  readonly frames: readonly PreparedFrame[];
  readonly palette: Palette;
}

export type NumberField = PreparedField & { readonly type: 'number' };

/** The columns of numbers, in the frames' order. */
export function numbersOf({ frames }: Pick<Prepared, 'frames'>): NumberField[] {
  return frames.flatMap(({ fields }) => fields.filter(isNumbers));
}

function isNumbers(field: PreparedField): field is NumberField {
  return field.type === 'number';
}

/** A number that can be drawn, else null. */
export function finite(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
