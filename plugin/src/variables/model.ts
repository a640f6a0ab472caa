import type { DataQuery } from '@grafana/schema';
import type { Filter } from '../query/model';

const LISTS = ['values', 'metrics', 'intervals'] as const;
export type List = (typeof LISTS)[number];

/** What a dashboard variable lists. */
export interface SwitchboardVariableQuery extends DataQuery {
  /** The values of a dimension where missing. */
  list?: List;
  /** Of values: whose. Of metrics: only those that have it. */
  dimension?: string;
  /** Of values: only those that occur under these. */
  filters?: Filter[];
  /** Of values: only those whose id or label contains this. */
  search?: string;
  /** Of intervals: these; all steps where missing. */
  intervals?: string[];
}

/** A saved variable query with its list said, also one saved as plain text; undefined where it lists nothing. */
export function readVariableQuery(saved: unknown): (SwitchboardVariableQuery & { list: List }) | undefined {
  if (typeof saved === 'string') return listed(isList(saved.trim()) ? { list: saved.trim() } : { dimension: saved });
  return typeof saved === 'object' && saved !== null ? listed({ ...saved }) : undefined;
}

type Saved = Record<string, unknown>;

function listed(saved: Saved): (SwitchboardVariableQuery & { list: List }) | undefined {
  const list = isList(saved.list) ? saved.list : 'values';
  const dimension = text(saved.dimension) ?? text(saved.query);
  if (list === 'values') {
    const filters = items(saved.filters).filter(isFilter);
    const { search } = saved;
    return dimension
      ? { refId: 'variable', list, dimension, filters, ...(typeof search === 'string' && search !== '' && { search }) }
      : undefined;
  }
  if (list === 'metrics') return { refId: 'variable', list, ...(dimension && { dimension }) };
  const intervals = items(saved.intervals).filter((interval) => typeof interval === 'string');
  return { refId: 'variable', list, ...(intervals.length > 0 && { intervals }) };
}

function isList(saved: unknown): saved is List {
  return LISTS.some((list) => list === saved);
}

function isFilter(saved: unknown): saved is Filter {
  if (typeof saved !== 'object' || saved === null) return false;
  const { key, operator, values }: { key?: unknown; operator?: unknown; values?: unknown } = saved;
  return typeof key === 'string' && typeof operator === 'string' && Array.isArray(values);
}

function items(saved: unknown): unknown[] {
  return Array.isArray(saved) ? saved : [];
}

function text(saved: unknown): string | undefined {
  return typeof saved === 'string' ? saved.trim() || undefined : undefined;
}
