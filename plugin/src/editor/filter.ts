import type { Filter } from '../query/model';

/** A filter as it begins: it lets everything through until it has a dimension and values. */
export const NEW_FILTER: Filter = { key: '', operator: '=|', values: [] };

/** Values; "is" becomes "is any of" where there are several, and "is not" "is none of". */
export function withValues(filter: Filter, values: string[]): Filter {
  const operator = values.length > 1 && ['=', '!='].includes(filter.operator) ? `${filter.operator}|` : filter.operator;
  return { ...filter, operator, values };
}

/** Another operator; "is" and "is not" take the first value alone. */
export function withOperator(filter: Filter, operator: string): Filter {
  return { ...filter, operator, values: ['=', '!='].includes(operator) ? filter.values.slice(0, 1) : filter.values };
}

/** The filters that can narrow the values of another one: those that say something. They are left out where they do not apply. */
export function narrowing(filters: Filter[], except: number): Filter[] {
  return filters
    .filter(({ key, values }, index) => index !== except && key !== '' && values.length > 0)
    .map((filter) => ({ ...filter, optional: true }));
}
