import type { Filter, SwitchboardQuery } from './model';
import { OTHERS } from './others';

/** What a click on a value in Explore asks for, beside other actions that are none of ours. */
interface Click {
  type: string;
  options?: { [key: string]: unknown };
}

const IS = ['=', '=|'];
const IS_NOT = ['!=', '!=|'];

/**
 * The query with the clicked value filtered for or out. What said the opposite of the value goes away, and values that are
 * filtered out one after the other stand in one filter. A click on Others asks for nothing.
 */
export function withClick(query: SwitchboardQuery, { type, options }: Click): SwitchboardQuery {
  const { key, value } = options ?? {};
  if (typeof key !== 'string' || typeof value !== 'string' || value === OTHERS) return query;
  const filters = query.filters ?? [];
  if (type === 'ADD_FILTER') return { ...query, filters: filteredFor(filters, key, value) };
  return type === 'ADD_FILTER_OUT' ? { ...query, filters: filteredOut(filters, key, value) } : query;
}

function filteredFor(filters: Filter[], key: string, value: string): Filter[] {
  const left = without(filters, IS_NOT, key, value);
  const only = { key, operator: '=', values: [value] };
  const place = left.findIndex((filter) => says(filter, IS, key) && filter.values.includes(value));
  return place < 0 ? [...left, only] : left.map((filter, index) => (index === place ? only : filter));
}

function filteredOut(filters: Filter[], key: string, value: string): Filter[] {
  const left = without(filters, IS, key, value);
  // A list of values that no longer holds this one says it already.
  if (left.length === filters.length && left.some((filter) => says(filter, IS, key))) return left;
  const place = left.findIndex((filter) => says(filter, IS_NOT, key));
  if (place < 0) return [...left, { key, operator: '!=', values: [value] }];
  return left.map((filter, index) =>
    index === place ? { ...filter, operator: '!=|', values: [...new Set([...filter.values, value])] } : filter,
  );
}

/** The filters with the value taken out of those with such an operator; one that is left without values goes away. */
function without(filters: Filter[], operators: string[], key: string, value: string): Filter[] {
  return filters.flatMap((filter) => {
    if (!says(filter, operators, key) || !filter.values.includes(value)) return [filter];
    const values = filter.values.filter((one) => one !== value);
    return values.length > 0 ? [{ ...filter, values }] : [];
  });
}

function says(filter: Filter, operators: string[], key: string): boolean {
  return filter.key === key && operators.includes(filter.operator) && filter.values.length > 0;
}
