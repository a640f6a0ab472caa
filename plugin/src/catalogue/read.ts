import { t } from '@grafana/i18n';
import type { Catalogue, Dimension, DimensionValue, Metric } from './catalogue';

type Json = Record<string, unknown>;

/** The service's catalogue, as far as the editors use it. Throws a sentence where the answer is no catalogue. */
export function readCatalogue(answer: unknown): Catalogue {
  const { metrics, dimensions } = object(answer);
  return { metrics: list(metrics).map(readMetric), dimensions: list(dimensions).map(readDimension) };
}

/** The service's list of a dimension's values. Throws a sentence where the answer is no such list. */
export function readValues(answer: unknown): DimensionValue[] {
  return list(object(answer).values).map((item) => {
    const { value, label } = object(item);
    return { value: text(value), label: text(label) || text(value) };
  });
}

function readMetric(item: unknown): Metric {
  const { id, name, description, unit, dimensions } = object(item);
  return {
    id: text(id),
    name: text(name) || text(id),
    description: text(description),
    unit: text(unit),
    dimensions: list(dimensions).map(text),
  };
}

function readDimension(item: unknown): Dimension {
  const { id, label, description } = object(item);
  return { id: text(id), label: text(label) || text(id), description: text(description) };
}

function object(value: unknown): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw unreadable();
  return Object.fromEntries(Object.entries(value));
}

function list(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw unreadable();
  return value;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function unreadable(): Error {
  return new Error(
    t('catalogue.unreadable', 'The answer cannot be read: the service and the plugin are of different versions.'),
  );
}
