import { dimension } from '../catalogue/dimensions.js';
import type { Statement } from './compile.js';
import type { Reader } from './reader.js';

/** The dimension under which people named the values. */
function nameSpace(key: string): string {
  return dimension(key)?.namedLike ?? key;
}

/** Columns: `dimension`, `value`, `label`; the name that was given last wins. */
function compileNames(tenant: number, keys: readonly string[], values: readonly string[]): Statement {
  return {
    text: `select distinct on (dimension, value) dimension, value, label
from fact.name f
where f.tenant = $1 and f.at is not null and f.dimension = any($2::text[]) and f.value = any($3::text[]) and f.label is not null
order by dimension, value, seen desc nulls last, k`,
    values: [tenant, keys, values],
  };
}

/**
 * What people call the values of dimensions, where it is not the value itself: the tenant's own names, else the product's.
 * @param values for each of the keys, those that are shown
 */
export async function findNames(
  reader: Reader,
  tenant: number,
  keys: readonly string[],
  values: readonly (readonly string[])[],
): Promise<ReadonlyMap<string, string>[]> {
  const all = [...new Set(values.flat())];
  const rows = all.length === 0 ? [] : await reader.rows(compileNames(tenant, keys.map(nameSpace), all));
  return keys.map((key) => {
    const own = rows
      .filter((row) => row['dimension'] === nameSpace(key))
      .map((row) => [String(row['value']), String(row['label'])] as const);
    return new Map([...Object.entries(dimension(key)?.values ?? {}), ...own]);
  });
}
