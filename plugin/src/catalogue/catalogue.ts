/** A number that can be asked for. */
export interface Metric {
  id: string;
  name: string;
  description: string;
  unit: string;
  /** Ids of what it can be grouped and filtered by. */
  dimensions: string[];
}

/** Something that numbers can be grouped and filtered by. */
export interface Dimension {
  id: string;
  label: string;
  description?: string;
}

/** The part of the service's catalogue that the editors read. */
export interface Catalogue {
  metrics: Metric[];
  dimensions: Dimension[];
}

/** A value that a dimension takes, most present in the range first. */
export interface DimensionValue {
  value: string;
  label: string;
}

/** The dimensions that all of the metrics have, in the catalogue's order; all of the catalogue's where no metric is known. */
export function sharedDimensions({ metrics, dimensions }: Catalogue, metricIds: string[]): Dimension[] {
  const chosen = metrics.filter(({ id }) => metricIds.includes(id));
  return dimensions.filter(({ id }) => chosen.every((metric) => metric.dimensions.includes(id)));
}
