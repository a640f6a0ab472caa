import type { Target } from './dashboard.js';
import { at, listAt, textAt } from './read.js';
import { type AdHocFilter, ALL, type VariableValues } from './variables.js';

const WHOLE_VARIABLE = /^(?:\$(\w+)|\$\{(\w+)\}|\[\[(\w+)\]\])$/;
const VARIABLE = /\$\{(\w+)\}|\$(\w+)|\[\[(\w+)\]\]/g;
const TEXTS = ['interval', 'format', 'window', 'compare', 'part'] as const;
const FLAGS = ['cumulative', 'withCustomerMessages', 'dropOpenBucket'] as const;

interface Expanded {
  readonly values: readonly string[];
  readonly all: boolean;
}

/**
 * The question as the service is asked it, as the data source plugin does it: variables filled in as lists, so that no value
 * is ever cut at a comma; All as no filter; ad-hoc filters added as optional, since they hold for every panel.
 */
export function applyVariables(target: Target, values: VariableValues, adHoc: readonly AdHocFilter[] = []): Target {
  const filled: Record<string, unknown> = {
    ...target,
    metrics: listAt(target, 'metrics').flatMap((metric) => fillMetric(metric, values)),
    groupBy: names(listAt(target, 'groupBy'), values),
    filters: [...fillFilters(listAt(target, 'filters'), values), ...adHoc.filter(narrows).map(optional)],
  };
  for (const name of TEXTS) {
    const text = target[name];
    if (typeof text === 'string') filled[name] = fillText(text, values);
  }
  for (const name of FLAGS) {
    const flag = target[name];
    if (typeof flag === 'string') filled[name] = onOrOff(fillText(flag, values));
  }
  return { ...filled, refId: target.refId };
}

function expand(text: string, values: VariableValues): Expanded {
  const match = WHOLE_VARIABLE.exec(text.trim());
  const chosen = values[match?.[1] ?? match?.[2] ?? match?.[3] ?? ''];
  if (match === null || chosen === undefined) return { values: [fillText(text, values)], all: false };
  return { values: chosen, all: chosen[0] === ALL };
}

function fillText(text: string, values: VariableValues): string {
  return text.replace(VARIABLE, (whole, braces?: string, plain?: string, brackets?: string) => {
    const chosen = values[braces ?? plain ?? brackets ?? ''];
    if (chosen === undefined) return whole;
    return chosen.length === 1 ? (chosen[0] ?? '') : `{${chosen.join(',')}}`;
  });
}

/** A pattern's variables are meant as they stand: several as alternatives. */
function fillPattern(text: string, values: VariableValues): string {
  return text.replace(VARIABLE, (whole, braces?: string, plain?: string, brackets?: string) => {
    const chosen = values[braces ?? plain ?? brackets ?? '']?.map((one) => one.replace(/[\\^$*+?.()|[\]{}/]/g, '\\$&'));
    if (chosen === undefined) return whole;
    return chosen.length === 1 ? (chosen[0] ?? '') : `(${chosen.join('|')})`;
  });
}

function fillFilters(filters: readonly unknown[], values: VariableValues): unknown[] {
  return filters.flatMap((filter) => {
    if (typeof filter !== 'object' || filter === null) return [];
    const key = fillText(textAt(filter, 'key', ''), values);
    const operator = textAt(filter, 'operator', '');
    const saved = listAt(filter, 'values').map(String);
    const expanded = saved.map((value) => expand(value, values));
    const all = expanded.some((one) => one.all);
    const filled = operator.endsWith('~')
      ? saved.map((value) => fillPattern(value, values))
      : expanded.flatMap((one) => one.values);
    if (key === '' || all || filled.length === 0) return [];
    const several = filled.length > 1 && (operator === '=' || operator === '!=');
    return [{ ...filter, key, operator: several ? `${operator}|` : operator, values: filled }];
  });
}

function fillMetric(metric: unknown, values: VariableValues): unknown[] {
  if (typeof metric === 'string') return names([metric], values);
  if (typeof metric !== 'object' || metric === null) return [];
  const filters = at(metric, 'filters');
  const params = at(metric, 'params');
  const own = {
    ...(Array.isArray(filters) && { filters: fillFilters(filters, values) }),
    ...(typeof params === 'object' && params !== null && { params: fillParameters(params, values) }),
  };
  return names([at(metric, 'id')], values).map((id) => ({ ...metric, id, ...own }));
}

/** A variable's text is a number where it reads as one: parameters are numbers. */
function fillParameters(params: object, values: VariableValues): Record<string, unknown> {
  const entries = Object.entries(params).map(([name, value]: [string, unknown]) => {
    const text = typeof value === 'string' ? fillText(value, values).trim() : '';
    return [name, text === '' ? value : Number.isFinite(Number(text)) ? Number(text) : text] as const;
  });
  return Object.fromEntries(entries);
}

function names(saved: readonly unknown[], values: VariableValues): string[] {
  return saved
    .flatMap((name) => (typeof name === 'string' ? expand(name, values).values : []))
    .filter((name) => name !== '');
}

function onOrOff(text: string): boolean | string {
  if (text === 'true') return true;
  return text === 'false' || text === '' ? false : text;
}

function narrows({ key, operator, values }: AdHocFilter): boolean {
  if (key === '' || operator === '' || values.length === 0) return false;
  if (operator.endsWith('|') && values.includes(ALL)) return false;
  return !(operator === '=~' && values[0] === '.*');
}

function optional({ key, operator, values }: AdHocFilter): Record<string, unknown> {
  return { key, operator, values, optional: true };
}
