import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { APP_POOL } from '../database/app-pool.js';
import { type ErrorCode, Problem, withErrorId } from '../errors.js';
import { databaseFailure } from '../http/database-failure.js';
import type { Caller } from '../tenants/caller.js';
import { Arrivals } from './arrival.js';
import { factsFrames } from './facts-frames.js';
import { type Frame, frames } from './frame.js';
import type { SavedQuery } from './migrate.js';
import type { Query, QueryBody } from './query.schema.js';
import { defaultsFor, readQuery } from './read-query.js';
import type { Reader } from './reader.js';
import { refuse } from './refuse.js';
import { run } from './run.js';
import { ANSWER_TIMEOUT_MS, defaultsOf, inSnapshot } from './snapshot.js';
import { statesFrames } from './states-run.js';
import { type Defaults, validate } from './validate.js';

/** An answer in Grafana's own shape, or why there is none. */
export type QueryResult =
  { status: 200; frames: Frame[] } | { status: number; error: string; errorSource: 'downstream' };

/** Grafana's own answer to a request: each query's result under its name. */
export interface QueryResults {
  results: Record<string, QueryResult>;
}

/** Writes down why a query failed here, and answers the id under which that is found. */
export type Report = (fault: unknown, refId: string, code: ErrorCode) => string;

/** What Grafana's rules cannot read. */
const WITHOUT_NUMBERS: readonly NonNullable<Query['format']>[] = ['states', 'facts', 'heatmap'];

@Injectable()
export class QueryService {
  private readonly arrivals = new Arrivals();

  constructor(@Inject(APP_POOL) private readonly pool: pg.Pool) {}

  /**
   * Answers every query of a request in one snapshot; a query that cannot be answered does not take the others with it.
   */
  async ask(caller: Caller, body: QueryBody, signal: AbortSignal, report: Report): Promise<QueryResults> {
    const defaults = defaultsOf(caller, body);
    const answered = await inSnapshot(this.pool, caller.tenant, signal, ANSWER_TIMEOUT_MS, (reader, client) =>
      this.askAll(client, reader, caller.tenant, body.queries, defaults, signal, report),
    );
    return { results: Object.fromEntries(answered) };
  }

  private async askAll(
    client: pg.PoolClient,
    reader: Reader,
    tenant: number,
    queries: QueryBody['queries'],
    defaults: Defaults,
    signal: AbortSignal,
    report: Report,
  ): Promise<[string, QueryResult][]> {
    const results: [string, QueryResult][] = [];
    const seen = queries.some(({ fromAlert }) => fromAlert !== true);
    const around = seen ? { ...defaults, arrived: await this.arrivals.newest(reader, tenant, defaults.now) } : defaults;
    for (const query of queries) {
      await client.query('savepoint query');
      try {
        results.push([query.refId, { status: 200, frames: await this.answer(reader, tenant, query, around) }]);
      } catch (error) {
        signal.throwIfAborted();
        results.push([query.refId, refusal(error, query.refId, report)]);
        await client.query('rollback to savepoint query');
      }
    }
    return results;
  }

  private async answer(reader: Reader, tenant: number, asked: SavedQuery, defaults: Defaults): Promise<Frame[]> {
    const query = readQuery(asked);
    if (query.fromAlert && query.format && WITHOUT_NUMBERS.includes(query.format)) {
      refuse('An alert rule watches a number: choose the format time_series, table or single.');
    }
    const around = await defaultsFor(query, defaults, reader, tenant);
    if (query.format === 'facts') return factsFrames(query, around, reader, tenant);
    if (query.format === 'states') return statesFrames(query, around, reader, tenant);
    return frames(await run(validate(query, around), reader, tenant));
  }
}

/** What is asked wrongly is said as it is; what failed here is written down, and said with the id that finds it. */
function refusal(error: unknown, refId: string, report: Report): QueryResult {
  const failure = databaseFailure(error);
  if (failure === 'database_unavailable') throw error;
  const { code, status, detail } = error instanceof Problem ? error : new Problem(failure ?? 'internal');
  const sentence = status < 500 ? detail : withErrorId(detail, report(error, refId, code));
  return { status, error: sentence, errorSource: 'downstream' };
}
