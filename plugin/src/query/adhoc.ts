import type { AdHocVariableFilter } from '@grafana/data';
import type { Filter } from './model';

const ALL = '$__all';

/**
 * A dashboard's ad-hoc filters as the service's. They are optional: they hold for every panel, also for those whose metrics
 * lack the dimension. Filters that let everything through are left out.
 */
export function adHocFilters(filters: AdHocVariableFilter[] | undefined): Filter[] {
  return (filters ?? []).filter(narrows).map(({ key, operator, value, values }) => ({
    key,
    operator,
    values: operator.endsWith('|') && values !== undefined && values.length > 0 ? values : [value],
    optional: true,
  }));
}

function narrows({ key, operator, value, values }: AdHocVariableFilter): boolean {
  if (key === '' || operator === '') return false;
  if (operator.endsWith('|') && (value === ALL || values?.includes(ALL))) return false;
  return !(operator === '=~' && value === '.*');
}
