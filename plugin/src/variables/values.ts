import type { ScopedVars, TimeRange } from '@grafana/data';
import type { ValuesList } from '../catalogue/catalogue';
import type { SwitchboardDataSource } from '../datasource';
import type { Templates } from '../query/expand';
import { expandFilters } from '../query/normalise';
import type { SwitchboardVariableQuery } from './model';

interface Around {
  scopedVars?: ScopedVars;
  range?: TimeRange;
}

/** The values that a variable lists, narrowed by what other variables choose. */
export function listedValues(
  source: SwitchboardDataSource,
  asked: SwitchboardVariableQuery,
  { scopedVars, range }: Around,
): Promise<ValuesList> {
  const { templates } = source;
  const filters = expandFilters(asked.filters, { templates, scopedVars });
  const search = filled(asked.search, templates, scopedVars);
  return source.valuesList(filled(asked.dimension, templates, scopedVars), { range, filters, search });
}

/** Grafana knows $__searchFilter only once something is typed into the variable's list. */
export function filled(text: string | undefined, templates: Templates, scopedVars?: ScopedVars): string {
  return templates.replace(text ?? '', scopedVars).replace(/\$\{?__searchFilter\}?/g, '');
}
