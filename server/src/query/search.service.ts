import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { APP_POOL } from '../database/app-pool.js';
import { Problem } from '../errors.js';
import type { Caller } from '../tenants/caller.js';
import { factsQuestion } from './facts-question.js';
import { type FactValue, readFacts } from './facts-run.js';
import { defaultsFor, readQuery } from './read-query.js';
import type { SearchAnswer, SearchBody } from './search.schema.js';
import { ANSWER_TIMEOUT_MS, defaultsOf, inSnapshot } from './snapshot.js';

@Injectable()
export class SearchService {
  constructor(@Inject(APP_POOL) private readonly pool: pg.Pool) {}

  /**
   * A page of the records behind a number.
   * @throws Problem invalid_request with a sentence
   */
  async find(caller: Caller, body: SearchBody, signal: AbortSignal): Promise<SearchAnswer> {
    const { timeZone, weekStart, from, to, queries, ...rest } = body;
    const query = readQuery({ refId: 'A', ...(queries?.[0] ?? rest) });
    if (query.format != null && query.format !== 'facts') {
      throw new Problem('invalid_request', `A search lists records: leave the format ${query.format} out.`);
    }
    if (queries && Object.keys(rest).length > 0) {
      throw new Problem('invalid_request', `What is asked for stands in queries: move ${Object.keys(rest)[0]} there.`);
    }
    const defaults = defaultsOf(caller, { timeZone, weekStart, from, to });
    return inSnapshot(this.pool, caller.tenant, signal, ANSWER_TIMEOUT_MS, async (reader) => {
      const asked = factsQuestion(query, await defaultsFor(query, defaults, reader, caller.tenant));
      const { rows, next } = await readFacts(asked, reader, caller.tenant);
      const named = rows.map((row) =>
        asked.columns.map(({ name, type }, index) => [name, shown(type, row[index] ?? null)] as const),
      );
      return { rows: named.map((row) => Object.fromEntries(row)), next };
    });
  }
}

function shown(type: string, value: FactValue): FactValue {
  return type === 'time' && typeof value === 'number' ? new Date(value).toISOString() : value;
}
