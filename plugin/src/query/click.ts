import type { Filter, SwitchboardQuery } from './model';

/** What a click on a value in Explore asks for, beside other actions that are none of ours. */
export interface Click {
  type: string;
  options?: { [key: string]: unknown };
}

const OPERATORS = new Map([
  ['ADD_FILTER', { add: '=', opposite: '!=' }],
  ['ADD_FILTER_OUT', { add: '!=', opposite: '=' }],
]);

/** The query with the clicked value filtered for or out; the opposite filter on the same value goes away. */
export function withClick(query: SwitchboardQuery, { type, options }: Click): SwitchboardQuery {
  const operators = OPERATORS.get(type);
  const { key, value } = options ?? {};
  if (operators === undefined || typeof key !== 'string' || typeof value !== 'string') return query;
  const clicked = (operator: string) => (filter: Filter) =>
    filter.key === key && filter.operator === operator && filter.values.length === 1 && filter.values[0] === value;
  const others = (query.filters ?? []).filter((filter) => !clicked(operators.opposite)(filter));
  if (others.some(clicked(operators.add))) return { ...query, filters: others };
  return { ...query, filters: [...others, { key, operator: operators.add, values: [value] }] };
}
