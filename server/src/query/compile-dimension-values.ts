import type { Fact } from '../catalogue/declare.js';
import { hidesRare, isDimension } from '../catalogue/dimensions.js';
import type { Statement } from './compile.js';
import { condition } from './compile-filter.js';
import { SELF, Source } from './compile-source.js';
import { Values } from './compile-values.js';
import type { Filter } from './query.schema.js';
import type { Range } from './range.js';

/** Which values are looked for. */
export interface ValueSearch {
  readonly dimension: string;
  readonly range: Range;
  readonly zone: string;
  /** Part of a value, in any case; empty for all. */
  readonly search: string;
  /** Values whose label contains the search. */
  readonly labelled: readonly string[];
  readonly filters: readonly Filter[];
  /** How often a value must occur to be named, of dimensions that hide rare ones. */
  readonly minCount: number;
  readonly limit: number;
}

/**
 * Whether a kind of facts says the dimension itself; what only refers to such facts has no values that they have not, and
 * what lasts is looked for once, as what happens.
 */
export function tellsItself({ from, axes, dimensions, span }: Fact, id: string): boolean {
  const source = isDimension(id) ? dimensions[id] : undefined;
  return source?.own !== undefined && from.startsWith('fact.') && !span && Object.keys(axes).length > 0;
}

/** The values that facts of one kind say themselves in the range. Columns: `value`, and `facts`, how many have it. */
export function compileValues(fact: Fact, search: ValueSearch, tenant: number): Statement {
  const values = new Values();
  const [axis = null] = Object.keys(fact.axes);
  const source = new Source(fact, axis, values, search.range, search.zone);
  const value = source.ownValue(search.dimension);
  const where = [
    `${SELF}.tenant = ${values.add(tenant)}`,
    `${SELF}.at >= ${values.instant(search.range.from)}`,
    `${SELF}.at < ${values.instant(search.range.to)}`,
    `${value} <> ''`,
    ...search.filters.map((filter) => condition(source, filter, values)),
  ];
  if (search.search !== '') {
    const contains = `position(lower(${values.add(search.search)}) in lower(${value})) > 0`;
    where.push(`(${contains} or ${value} = any(${values.add(search.labelled, 'text[]')}))`);
  }
  const text = `select ${value} as value,
  count(*)::float8 as facts
${source.from}
where ${where.join('\n  and ')}
group by 1${hidesRare(search.dimension) ? `\nhaving count(*) >= ${values.add(search.minCount)}` : ''}
order by 2 desc, 1
limit ${values.add(search.limit)}`;
  return { text, values: values.list };
}

/** What the tenant calls the values of a dimension. Columns: `value`, `label`. */
export function compileNamed(tenant: number, dimension: string, limit: number): Statement {
  return {
    text: `select distinct on (value) value, label
from fact.name f
where f.tenant = $1 and f.at is not null and f.dimension = $2 and f.value is not null and f.label is not null
order by value, seen desc nulls last, k
limit $3`,
    values: [tenant, dimension, limit],
  };
}
