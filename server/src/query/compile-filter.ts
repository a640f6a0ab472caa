import { anchored } from './pattern.js';
import type { Filter } from './query.schema.js';
import type { DimensionSql, Source } from './compile-source.js';
import type { Values } from './compile-values.js';

const NEGATED = { '=': false, '=|': false, '=~': false, '!=': true, '!=|': true, '!~': true } as const;

/** A condition that holds for facts with one of the values, or a match; for many values: with any of theirs. */
function holds({ sql, many }: DimensionSql, { operator, values: wanted }: Filter, values: Values): string {
  if (operator === '=~' || operator === '!~') {
    const pattern = values.add(anchored(wanted));
    if (!many) return `coalesce(${sql}, '') ~ ${pattern}`;
    return `exists (select from unnest(case when cardinality(${sql}) > 0 then ${sql} else array[''] end) v where v ~ ${pattern})`;
  }
  if (!many) return `coalesce(${sql}, '') ${equalsAny(wanted, values)}`;
  const any = `coalesce(${sql} && ${values.add(wanted, 'text[]')}, false)`;
  return wanted.includes('') ? `(${any} or coalesce(cardinality(${sql}), 0) = 0)` : any;
}

function equalsAny(wanted: readonly string[], values: Values): string {
  return wanted.length === 1 ? `= ${values.add(wanted[0])}` : `= any(${values.add(wanted, 'text[]')})`;
}

/** The filter as a condition on facts. */
export function condition(source: Source, filter: Filter, values: Values): string {
  const positive = holds(source.dimension(filter.key), filter, values);
  return NEGATED[filter.operator] ? `not ${positive}` : positive;
}

/** The filter as a condition on the one value that a row stands for, where facts with many values have many rows. */
export function conditionOnGroup(group: string, filter: Filter, values: Values): string {
  const positive = holds({ sql: group, many: false }, filter, values);
  return NEGATED[filter.operator] ? `not ${positive}` : positive;
}
