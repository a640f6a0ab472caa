import type { DataQuery } from '@grafana/schema';
import type { Filter } from '../query/model';

/** What a dashboard variable lists: the values of a dimension, perhaps only those that occur under some filters. */
export interface SwitchboardVariableQuery extends DataQuery {
  dimension?: string;
  filters?: Filter[];
}

/** A saved variable query, also one saved as plain text; undefined where it names no dimension. */
export function readVariableQuery(saved: unknown): SwitchboardVariableQuery | undefined {
  if (typeof saved === 'string') return named(saved, []);
  if (typeof saved !== 'object' || saved === null) return undefined;
  const { dimension, query, filters }: { dimension?: unknown; query?: unknown; filters?: unknown } = saved;
  const name = typeof dimension === 'string' ? dimension : query;
  return typeof name === 'string' ? named(name, Array.isArray(filters) ? filters.filter(isFilter) : []) : undefined;
}

function isFilter(saved: unknown): saved is Filter {
  if (typeof saved !== 'object' || saved === null) return false;
  const { key, operator, values }: { key?: unknown; operator?: unknown; values?: unknown } = saved;
  return typeof key === 'string' && typeof operator === 'string' && Array.isArray(values);
}

function named(dimension: string, filters: Filter[]): SwitchboardVariableQuery | undefined {
  const name = dimension.trim();
  return name === '' ? undefined : { refId: 'variable', dimension: name, filters };
}
