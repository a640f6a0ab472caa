import type { AdHocVariableFilter } from '@grafana/data';
import type { Filter } from './model';
import { OTHERS } from './others';

const ALL = '$__all';

/**
 * A dashboard's ad-hoc filters as the service's. They are optional: they hold for every panel, also for those whose metrics
 * lack the dimension. Filters that let everything through are left out, and so is Others as a value.
 */
export function adHocFilters(filters: AdHocVariableFilter[] | undefined): Filter[] {
  return (filters ?? []).filter(narrows).flatMap((filter) => {
    const values = comparesWithOthers(filter) ? valuesOf(filter).filter((value) => value !== OTHERS) : valuesOf(filter);
    return values.length > 0 ? [{ key: filter.key, operator: filter.operator, values, optional: true }] : [];
  });
}

/** The dimensions that are filtered by Others, as an address or a click on a panel's legend may do. */
export function filteredByOthers(filters: AdHocVariableFilter[] | undefined): string[] {
  return (filters ?? []).filter((filter) => narrows(filter) && comparesWithOthers(filter)).map(({ key }) => key);
}

function narrows({ key, operator, value, values }: AdHocVariableFilter): boolean {
  if (key === '' || operator === '') return false;
  if (operator.endsWith('|') && (value === ALL || values?.includes(ALL))) return false;
  return !(operator === '=~' && value === '.*');
}

/** Patterns are not: they say what values look like. */
function comparesWithOthers(filter: AdHocVariableFilter): boolean {
  return !filter.operator.endsWith('~') && valuesOf(filter).includes(OTHERS);
}

function valuesOf({ operator, value, values }: AdHocVariableFilter): string[] {
  return operator.endsWith('|') && values !== undefined && values.length > 0 ? values : [value];
}
