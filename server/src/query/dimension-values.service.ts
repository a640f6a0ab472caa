import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { dimension, dimensions, isDimension } from '../catalogue/dimensions.js';
import { facts } from '../catalogue/metrics.js';
import { APP_POOL } from '../database/app-pool.js';
import { Problem } from '../errors.js';
import type { Caller } from '../tenants/caller.js';
import { compileNamed, compileValues, tellsItself, type ValueSearch } from './compile-dimension-values.js';
import type { DimensionValues, ValuesQuery } from './dimension-values.schema.js';
import { didYouMean } from './nearest.js';
import { checkPattern } from './pattern.js';
import type { Filter } from './query.schema.js';
import { type Range, rangeOf } from './range.js';
import type { Reader } from './reader.js';
import { inSnapshot } from './snapshot.js';
import { hasDimension } from './validate.js';

const THIRTY_DAYS = 30 * 86_400_000;
const STATEMENT_TIMEOUT_MS = 15_000;
const MOST_NAMES = 10_000;

@Injectable()
export class DimensionValuesService {
  constructor(@Inject(APP_POOL) private readonly pool: pg.Pool) {}

  /** @throws Problem not_found for an unknown dimension, invalid_request for a range or filter that makes no sense */
  async find(caller: Caller, id: string, query: ValuesQuery, signal: AbortSignal): Promise<DimensionValues> {
    if (!isDimension(id)) {
      throw new Problem('not_found', `There is no dimension “${id}”${didYouMean(id, Object.keys(dimensions))}`);
    }
    const range = readRange(query);
    const filters = narrowing(query.filters ?? [], id);
    for (const { operator, values } of filters) if (operator.endsWith('~')) values.forEach(checkPattern);
    return inSnapshot(this.pool, caller.tenant, signal, STATEMENT_TIMEOUT_MS, async (reader) => {
      const names = await this.names(reader, caller.tenant, id);
      const wanted = (query.search ?? '').toLowerCase();
      const labelled = [...names].filter(([, label]) => label.toLowerCase().includes(wanted)).map(([value]) => value);
      const search = {
        dimension: id,
        range,
        zone: caller.timeZone,
        search: wanted,
        labelled,
        filters,
        minCount: caller.settings.minCount,
        limit: query.limit + 1,
      };
      const present = await this.present(reader, caller.tenant, search);
      const known = [...names.keys()].filter(
        (value) => value.toLowerCase().includes(wanted) || labelled.includes(value),
      );
      const all = [...new Set([...present, ...(filters.length === 0 ? known : [])])];
      return {
        values: all.slice(0, query.limit).map((value) => ({ value, label: names.get(value) ?? value })),
        more: all.length > query.limit,
      };
    });
  }

  /** The values that are known without looking at facts, with their labels; the tenant's beat the product's. */
  private async names(reader: Reader, tenant: number, id: string): Promise<Map<string, string>> {
    const { values = {}, namedLike = id } = dimension(id) ?? {};
    const rows = await reader.rows(compileNamed(tenant, namedLike, MOST_NAMES));
    return new Map([
      ...Object.entries(values),
      ...rows.map((row) => [String(row['value']), String(row['label'])] as const),
    ]);
  }

  /** The values of the range, the most frequent first. */
  private async present(reader: Reader, tenant: number, search: ValueSearch): Promise<string[]> {
    const counts = new Map<string, number>();
    const looked = new Set<string>();
    for (const fact of facts) {
      const filters = search.filters.filter(({ key, optional }) => !optional || hasDimension(fact, key));
      const applies = filters.every(({ key }) => hasDimension(fact, key));
      // Two kinds of facts may be told by one table.
      if (!applies || !tellsItself(fact, search.dimension) || looked.has(fact.from)) continue;
      looked.add(fact.from);
      for (const row of await reader.rows(compileValues(fact, { ...search, filters }, tenant))) {
        const value = String(row['value']);
        counts.set(value, (counts.get(value) ?? 0) + Number(row['facts']));
      }
    }
    return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([value]) => value);
  }
}

/** The filters that leave values out: those with values, and of the optional ones those that some facts with the dimension have. */
function narrowing(filters: readonly Filter[], dimension: string): Filter[] {
  const telling = facts.filter((fact) => tellsItself(fact, dimension));
  return filters.filter(
    ({ key, values, optional }) => values.length > 0 && (!optional || telling.some((fact) => hasDimension(fact, key))),
  );
}

function readRange({ from, to }: ValuesQuery): Range {
  const now = Date.now();
  const end = to ?? now;
  return rangeOf({ from: from ?? end - THIRTY_DAYS, to: end, window: null }, { zone: 'UTC', weekStart: 'monday', now });
}
