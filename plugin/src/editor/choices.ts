import { t } from '@grafana/i18n';
import type { ComboboxOption } from '@grafana/ui';
import type { Dimension, DimensionValue } from '../catalogue/catalogue';
import type { WeekStart } from '../settings';

export type Choice = ComboboxOption<string>;

export function intervalChoices(): Choice[] {
  const short = t('editor.interval.short', 'Ranges of up to two days');
  return [
    {
      value: 'auto',
      label: t('editor.interval.auto', 'Automatic'),
      description: t('editor.interval.auto-about', 'As fits the width of the panel'),
    },
    {
      value: 'none',
      label: t('editor.interval.none', 'None'),
      description: t('editor.interval.none-about', 'One number for the whole range'),
    },
    { value: '1m', label: t('editor.interval.1m', 'Minute'), description: short },
    { value: '5m', label: t('editor.interval.5m', '5 minutes'), description: short },
    { value: '15m', label: t('editor.interval.15m', '15 minutes') },
    { value: '1h', label: t('editor.interval.1h', 'Hour') },
    { value: '1d', label: t('editor.interval.1d', 'Day') },
    { value: '1w', label: t('editor.interval.1w', 'Week') },
    { value: '1M', label: t('editor.interval.month', 'Month') },
    { value: '1y', label: t('editor.interval.1y', 'Year') },
  ];
}

export function formatChoices(): Choice[] {
  return [
    {
      value: 'time_series',
      label: t('editor.format.time-series', 'Time series'),
      description: t('editor.format.time-series-about', 'A line for each metric and group'),
    },
    {
      value: 'table',
      label: t('editor.format.table', 'Table'),
      description: t('editor.format.table-about', 'A row for each group: pies, bars, tables, alerts'),
    },
    {
      value: 'single',
      label: t('editor.format.single', 'Single value'),
      description: t('editor.format.single-about', 'One number for each metric and group: stats, gauges'),
    },
    {
      value: 'states',
      label: t('editor.format.states', 'States'),
      description: t('editor.format.states-about', 'A line of states for each operator: state timelines'),
    },
    {
      value: 'heatmap',
      label: t('editor.format.heatmap', 'Heat map'),
      description: t('editor.format.heatmap-about', 'A row for each value of one dimension, coloured by the number'),
    },
    {
      value: 'facts',
      label: t('editor.format.facts', 'Records'),
      description: t('editor.format.facts-about', 'The records behind a number'),
    },
  ];
}

export function operatorChoices(): Choice[] {
  const pattern = t('editor.operator.pattern', 'A regular expression for the whole value');
  return [
    { value: '=|', label: t('editor.operator.any', 'is any of') },
    { value: '!=|', label: t('editor.operator.none', 'is none of') },
    { value: '=', label: t('editor.operator.is', 'is') },
    { value: '!=', label: t('editor.operator.is-not', 'is not') },
    { value: '=~', label: t('editor.operator.matches', 'matches'), description: pattern },
    { value: '!~', label: t('editor.operator.matches-not', 'does not match'), description: pattern },
  ];
}

export function windowChoices(): Choice[] {
  return [
    { value: 'last_15m', label: t('editor.window.15m', 'Last 15 minutes') },
    { value: 'last_30m', label: t('editor.window.30m', 'Last 30 minutes') },
    { value: 'last_60m', label: t('editor.window.60m', 'Last hour') },
    { value: 'today', label: t('editor.window.today', 'Today so far') },
    { value: 'this_year', label: t('editor.window.year', 'This year so far') },
    { value: 'all', label: t('editor.window.all', 'Everything ever recorded') },
  ];
}

export function compareChoices(): Choice[] {
  return [
    {
      value: 'previous_period',
      label: t('editor.compare.period', 'Period before'),
      description: t('editor.compare.period-about', 'As long as the range; today with yesterday until now'),
    },
    { value: 'previous_week', label: t('editor.compare.week', 'Week before') },
    { value: 'previous_year', label: t('editor.compare.year', 'Year before') },
  ];
}

export function shareChoices(): Choice[] {
  return [
    { value: 'total', label: t('editor.share.total', 'Of the total') },
    { value: 'bucket', label: t('editor.share.bucket', 'Of each step') },
  ];
}

export function partChoices(): Choice[] {
  return [
    {
      value: 'numerator',
      label: t('editor.part.numerator', 'What is counted'),
      description: t('editor.part.numerator-about', 'Of a ratio: the upper number'),
    },
    {
      value: 'denominator',
      label: t('editor.part.denominator', 'What it is divided by'),
      description: t('editor.part.denominator-about', 'Of a ratio: the lower number'),
    },
  ];
}

export function orderChoices(): Array<ComboboxOption<'desc' | 'asc'>> {
  return [
    { value: 'desc', label: t('editor.order.desc', 'Largest first') },
    { value: 'asc', label: t('editor.order.asc', 'Smallest first') },
  ];
}

export function weekStartChoices(): Array<ComboboxOption<WeekStart>> {
  return [
    { value: 'monday', label: t('editor.week-start.monday', 'Monday') },
    { value: 'sunday', label: t('editor.week-start.sunday', 'Sunday') },
    { value: 'saturday', label: t('editor.week-start.saturday', 'Saturday') },
  ];
}

export function dimensionChoices(dimensions: Dimension[]): Choice[] {
  return dimensions.map(({ id, label, description }) => ({ value: id, label, description }));
}

/** Values by their labels; the empty text is what nobody gave. */
export function valueChoices(values: DimensionValue[]): Choice[] {
  return values.map(({ value, label }) => ({ value, label: value === '' ? unknown() : label }));
}

export function variableChoices(names: string[]): Choice[] {
  const description = t('editor.variable', 'Variable of the dashboard');
  return names.map((name) => ({ value: `$${name}`, label: `$${name}`, description }));
}

/** Choices with what is chosen among them, also where the catalogue lacks it: a variable, or what an older version had. */
export function withChosen<Value extends string>(
  choices: Array<ComboboxOption<Value>>,
  chosen: readonly Value[],
): Array<ComboboxOption<Value>> {
  const missing = chosen.filter((value) => !choices.some((choice) => choice.value === value));
  return [...choices, ...missing.map((value) => ({ value, label: value === '' ? unknown() : value }))];
}

/** What was typed: the value of the choice that is read like it, else the text itself. */
export function meant<Value extends string>(choices: Array<ComboboxOption<Value>>, typed: Value): Value {
  if (choices.some(({ value }) => value === typed)) return typed;
  const words = typed.trim().toLowerCase();
  return choices.find(({ label }) => label?.toLowerCase() === words)?.value ?? typed;
}

/**
 * What was typed and confirmed without looking for the entry in the list: what is meant by it, else the first choice that
 * is called so or has it in its name. A variable stays, and what fits nothing.
 */
export function closest<Value extends string>(choices: Array<ComboboxOption<Value>>, typed: Value): Value {
  const exact = meant(choices, typed);
  const words = typed.trim().toLowerCase();
  if (words === '' || choices.some(({ value }) => value === exact)) return exact;
  const places = choices.map(({ label }) => label?.toLowerCase().indexOf(words) ?? -1);
  return (choices[places.indexOf(0)] ?? choices[places.findIndex((place) => place > 0)])?.value ?? typed;
}

/** What people read for a value: its label among the choices, else itself. */
export function labelOf(choices: Choice[], value: string): string {
  const label = choices.find((choice) => choice.value === value)?.label;
  return label ?? (value === '' ? unknown() : value);
}

function unknown(): string {
  return t('editor.unknown', 'unknown');
}
