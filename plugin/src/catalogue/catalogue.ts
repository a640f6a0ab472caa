/** A number that can be asked for. */
export interface Metric {
  id: string;
  name: string;
  description: string;
  unit: string;
  /** Ids of what it can be grouped and filtered by. */
  dimensions: string[];
  /** How results add up: additive, ratio, distinct, sketch, max or gauge; empty where the service does not say. */
  additivity: string;
  /** How the numbers of several steps become one, such as sum or avg; empty where the service does not say. */
  aggregation: string;
  /** The time by which it counts; null for a state of this moment, undefined where the service does not say. */
  timeAxis?: string | null;
  /** Ids of what it depends on beside facts. */
  parameters: string[];
  /** What parameters are where a query does not say: the metric's own values, else the tenant's settings. */
  defaults: Record<string, number>;
  /** What it is counted from, such as calls; undefined where the service does not say. */
  facts?: string;
}

/** Something that a query may set of a metric. */
export interface Parameter {
  id: string;
  description: string;
  /** seconds, percent or count. */
  unit: string;
  /** What it must be, in words. */
  bounds: string;
  /** What it must be, in numbers; undefined where the service does not say. */
  min?: number;
  max?: number;
  /** Whether it may be neither of the two itself. */
  exclusive: boolean;
  whole: boolean;
}

/** What metrics are counted from. */
export interface Facts {
  /** As `facts` of a metric. */
  name: string;
  /** What a list of them can show; empty where they cannot be listed. */
  columns: string[];
  /** Whether those of dialogues without a word of the customer can be left out. */
  withCustomerMessages: boolean;
  /** Dimensions of which one of them may have several values, and counts in each; empty where the service does not say. */
  multiValued: string[];
}

/** Something that numbers can be grouped and filtered by. */
export interface Dimension {
  id: string;
  label: string;
  description?: string;
  /** Those that the product itself knows. */
  values: DimensionValue[];
}

/** The part of the service's catalogue that the editors read. */
export interface Catalogue {
  metrics: Metric[];
  dimensions: Dimension[];
  parameters: Parameter[];
  /** Empty where the service does not tell them. */
  facts: Facts[];
}

/** A value that a dimension takes, most present in the range first. */
export interface DimensionValue {
  value: string;
  label: string;
}

/** As many values of a dimension as the service lists at once. */
export interface ValuesList {
  values: DimensionValue[];
  /** Whether there are others. */
  more: boolean;
}

/** The dimensions that all of the metrics have, in the catalogue's order; all of the catalogue's where no metric is known. */
export function sharedDimensions({ metrics, dimensions }: Catalogue, metricIds: string[]): Dimension[] {
  const chosen = metrics.filter(({ id }) => metricIds.includes(id));
  return dimensions.filter(({ id }) => chosen.every((metric) => metric.dimensions.includes(id)));
}
