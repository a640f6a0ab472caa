import { t } from '@grafana/i18n';
import type { Catalogue, Dimension, DimensionValue, Facts, Metric, Parameter, ValuesList } from './catalogue';

type Json = Record<string, unknown>;

/** The service's catalogue, as far as the editors use it. Throws a sentence where the answer is no catalogue. */
export function readCatalogue(answer: unknown): Catalogue {
  const { metrics, dimensions, parameters = [], facts = [] } = object(answer);
  return {
    metrics: list(metrics).map(readMetric),
    dimensions: list(dimensions).map(readDimension),
    parameters: list(parameters).map(readParameter),
    facts: list(facts).map(readFacts),
  };
}

/** The service's list of a dimension's values. Throws a sentence where the answer is no such list. */
export function readValues(answer: unknown): ValuesList {
  const { values, more } = object(answer);
  return { values: list(values).map(readValue), more: more === true };
}

function readValue(item: unknown): DimensionValue {
  const { value, label } = object(item);
  return { value: text(value), label: text(label) || text(value) };
}

function readMetric(item: unknown): Metric {
  const {
    id,
    name,
    description,
    unit,
    dimensions,
    additivity,
    aggregation,
    timeAxis,
    parameters = [],
    defaults,
    facts,
  } = object(item);
  return {
    id: text(id),
    name: text(name) || text(id),
    description: text(description),
    unit: text(unit),
    dimensions: list(dimensions).map(text),
    additivity: text(additivity),
    aggregation: text(aggregation),
    ...(timeAxis !== undefined && { timeAxis: timeAxis === null ? null : text(timeAxis) }),
    parameters: list(parameters).map(text),
    defaults: numbers(defaults),
    ...(facts !== undefined && { facts: text(facts) }),
  };
}

function readDimension(item: unknown): Dimension {
  const { id, label, description, values = [] } = object(item);
  return {
    id: text(id),
    label: text(label) || text(id),
    description: text(description),
    values: list(values).map(readValue),
  };
}

function readParameter(item: unknown): Parameter {
  const { id, description, unit, bounds, min, max, exclusive, whole } = object(item);
  return {
    id: text(id),
    description: text(description),
    unit: text(unit),
    bounds: text(bounds),
    ...(typeof min === 'number' && { min }),
    ...(typeof max === 'number' && { max }),
    exclusive: exclusive === true,
    whole: whole === true,
  };
}

function readFacts(item: unknown): Facts {
  const { name, columns = [], withCustomerMessages, multiValued = [] } = object(item);
  return {
    name: text(name),
    columns: list(columns).map(text),
    withCustomerMessages: withCustomerMessages === true,
    multiValued: list(multiValued).map(text),
  };
}

function object(value: unknown): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw unreadable();
  return Object.fromEntries(Object.entries(value));
}

function list(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw unreadable();
  return value;
}

function numbers(value: unknown): Record<string, number> {
  const entries = value === undefined ? [] : Object.entries(object(value));
  return Object.fromEntries(entries.flatMap(([name, number]) => (typeof number === 'number' ? [[name, number]] : [])));
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function unreadable(): Error {
  return new Error(
    t('catalogue.unreadable', 'The answer cannot be read: the service and the plugin are of different versions.'),
  );
}
