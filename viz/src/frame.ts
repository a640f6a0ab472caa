/** A column as the service tells it: `null` is "nothing known", an absent name is never told. */
export interface FrameField {
  readonly name: string;
  readonly type: 'time' | 'number' | 'string';
  readonly labels?: Readonly<Record<string, string>>;
  /** Grafana's field config: displayNameFromDS, description, unit, decimals, mappings, interval. */
  readonly config: Readonly<Record<string, unknown>>;
}

export interface Notice {
  readonly severity: 'info' | 'warning' | 'error';
  readonly text: string;
}

/** A data frame exactly as `POST /api/v1/query` answers it; times are epoch milliseconds. */
export interface Frame {
  readonly schema: {
    readonly meta: {
      readonly type?: string;
      readonly executedQueryString?: string;
      readonly notices?: readonly Notice[];
      readonly custom?: Readonly<Record<string, unknown>>;
      readonly [other: string]: unknown;
    };
    readonly fields: readonly FrameField[];
  };
  readonly data: { readonly values: readonly (readonly unknown[])[] };
}
