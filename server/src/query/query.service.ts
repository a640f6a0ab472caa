import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { APP_POOL } from '../database/app-pool.js';
import { withTenant } from '../database/session.js';
import { Problem } from '../errors.js';
import { databaseFailure } from '../http/database-failure.js';
import type { Caller } from '../tenants/caller.js';
import { abandonable } from './cancel.js';
import { factsFrames } from './facts-frames.js';
import { type Frame, frames } from './frame.js';
import type { QueryBody } from './query.schema.js';
import { defaultsFor, readQuery } from './read-query.js';
import { Reader } from './reader.js';
import { run } from './run.js';
import { statesFrames } from './states-run.js';
import { type Defaults, validate } from './validate.js';

/** An answer in Grafana's own shape, or why there is none. */
export type QueryResult =
  { status: 200; frames: Frame[] } | { status: number; error: string; errorSource: 'downstream' };

/** Grafana's own answer to a request: each query's result under its name. */
export interface QueryResults {
  results: Record<string, QueryResult>;
}

/** Below the 30 s after which data sources give up. */
const STATEMENT_TIMEOUT_MS = 25_000;

@Injectable()
export class QueryService {
  constructor(@Inject(APP_POOL) private readonly pool: pg.Pool) {}

  /**
   * Answers every query of a request in one snapshot; a query that cannot be answered does not take the others with it.
   * @param report writes a fault down, and answers the id under which it is found
   */
  async ask(
    caller: Caller,
    body: QueryBody,
    signal: AbortSignal,
    report: (fault: unknown) => string,
  ): Promise<QueryResults> {
    const defaults: Defaults = {
      zone: body.timeZone ?? caller.timeZone,
      weekStart: body.weekStart ?? caller.weekStart,
      now: Date.now(),
      parameters: caller.settings,
      ...(body.from != null && { from: body.from }),
      ...(body.to != null && { to: body.to }),
    };
    const answered = await withTenant(
      this.pool,
      caller.tenant,
      (client) =>
        abandonable(client, signal, () => this.askAll(client, caller.tenant, body.queries, defaults, signal, report)),
      { readOnly: true, isolation: 'repeatable read', statementTimeoutMs: STATEMENT_TIMEOUT_MS },
    );
    return { results: Object.fromEntries(answered) };
  }

  private async askAll(
    client: pg.PoolClient,
    tenant: number,
    queries: QueryBody['queries'],
    defaults: Defaults,
    signal: AbortSignal,
    report: (fault: unknown) => string,
  ): Promise<[string, QueryResult][]> {
    const reader = new Reader(client, signal);
    const results: [string, QueryResult][] = [];
    for (const query of queries) {
      await client.query('savepoint query');
      try {
        results.push([query.refId, { status: 200, frames: await this.answer(reader, tenant, query, defaults) }]);
      } catch (error) {
        signal.throwIfAborted();
        results.push([query.refId, refusal(error, report)]);
        await client.query('rollback to savepoint query');
      }
    }
    return results;
  }

  private async answer(reader: Reader, tenant: number, asked: unknown, defaults: Defaults): Promise<Frame[]> {
    const query = readQuery(asked);
    const around = await defaultsFor(query, defaults, reader, tenant);
    if (query.format === 'facts') return factsFrames(query, around, reader, tenant);
    if (query.format === 'states') return statesFrames(query, around, reader, tenant);
    return frames(await run(validate(query, around), reader, tenant));
  }
}

function refusal(error: unknown, report: (fault: unknown) => string): QueryResult {
  if (error instanceof Problem) return refused(error.status, error.detail);
  const failure = databaseFailure(error);
  if (failure === 'database_unavailable') throw error;
  const { status, detail } = new Problem(failure ?? 'internal');
  return refused(status, failure === undefined ? `${detail} Error id: ${report(error)}.` : detail);
}

const refused = (status: number, error: string): QueryResult => ({ status, error, errorSource: 'downstream' });
