import type { ComboboxOption } from '@grafana/ui';
import type { Dimension, DimensionValue, Metric } from '../catalogue/catalogue';

export const INTERVAL_CHOICES: Array<ComboboxOption<string>> = [
  { value: 'auto', label: 'Automatic', description: 'As fits the width of the panel' },
  { value: 'none', label: 'None', description: 'One number for the whole range' },
  { value: '1m', label: 'Minute', description: 'Ranges of up to two days' },
  { value: '5m', label: '5 minutes', description: 'Ranges of up to two days' },
  { value: '15m', label: '15 minutes' },
  { value: '1h', label: 'Hour' },
  { value: '1d', label: 'Day' },
  { value: '1w', label: 'Week' },
  { value: '1M', label: 'Month' },
  { value: '1y', label: 'Year' },
];

export const FORMAT_CHOICES: Array<ComboboxOption<string>> = [
  { value: 'time_series', label: 'Time series', description: 'A line for each metric and group' },
  { value: 'table', label: 'Table', description: 'A row for each group: pies, bars, tables, alerts' },
  { value: 'single', label: 'Single value', description: 'One number for each metric and group: stats, gauges' },
  { value: 'states', label: 'States', description: 'A line of states for each operator: state timelines' },
  { value: 'heatmap', label: 'Heat map', description: 'A row for each bucket of a distribution' },
  { value: 'facts', label: 'Records', description: 'The records behind a number' },
];

export const OPERATOR_CHOICES: Array<ComboboxOption<string>> = [
  { value: '=|', label: 'is any of' },
  { value: '!=|', label: 'is none of' },
  { value: '=', label: 'is' },
  { value: '!=', label: 'is not' },
  { value: '=~', label: 'matches', description: 'A regular expression for the whole value' },
  { value: '!~', label: 'does not match', description: 'A regular expression for the whole value' },
];

export function metricChoices(metrics: Metric[]): Array<ComboboxOption<string>> {
  return metrics.map(({ id, name, description }) => ({ value: id, label: name, description }));
}

export function dimensionChoices(dimensions: Dimension[]): Array<ComboboxOption<string>> {
  return dimensions.map(({ id, label, description }) => ({ value: id, label, description }));
}

export function valueChoices(values: DimensionValue[]): Array<ComboboxOption<string>> {
  return values.map(({ value, label }) => ({ value, label }));
}

/** Choices with what is chosen among them, also where the catalogue lacks it: a variable, or what an older version had. */
export function withChosen(
  choices: Array<ComboboxOption<string>>,
  chosen: readonly string[],
): Array<ComboboxOption<string>> {
  const missing = chosen.filter((value) => !choices.some((choice) => choice.value === value));
  return [...choices, ...missing.map((value) => ({ value, label: value }))];
}
