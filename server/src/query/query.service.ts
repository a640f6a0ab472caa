import { Inject, Injectable, Logger } from '@nestjs/common';
import type pg from 'pg';
import type { z } from 'zod';
import { metric } from '../catalogue/metrics.js';
import { APP_POOL } from '../database/app-pool.js';
import { withTenant } from '../database/session.js';
import { ERRORS, Problem } from '../errors.js';
import { databaseFailure } from '../http/database-failure.js';
import type { Caller } from '../tenants/caller.js';
import { abandonable } from './cancel.js';
import { compileEarliest } from './compile-ranking.js';
import { type Frame, frames } from './frame.js';
import { Query, type QueryBody } from './query.schema.js';
import { Reader } from './reader.js';
import { run } from './run.js';
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
  private readonly log = new Logger(QueryService.name);

  constructor(@Inject(APP_POOL) private readonly pool: pg.Pool) {}

  /** Answers every query of a request in one snapshot; a query that cannot be answered does not take the others with it. */
  async ask(caller: Caller, body: QueryBody, signal: AbortSignal): Promise<QueryResults> {
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
      (client) => abandonable(client, signal, () => this.askAll(client, caller.tenant, body.queries, defaults, signal)),
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
  ): Promise<[string, QueryResult][]> {
    const reader = new Reader(client, signal);
    const results: [string, QueryResult][] = [];
    for (const query of queries) {
      await client.query('savepoint query');
      try {
        results.push([query.refId, { status: 200, frames: await this.answer(reader, tenant, query, defaults) }]);
      } catch (error) {
        signal.throwIfAborted();
        results.push([query.refId, this.refusal(error)]);
        await client.query('rollback to savepoint query');
      }
    }
    return results;
  }

  private async answer(reader: Reader, tenant: number, asked: unknown, defaults: Defaults): Promise<Frame[]> {
    const parsed = Query.safeParse(asked);
    if (!parsed.success) throw new Problem('invalid_request', sentence(parsed.error.issues));
    const query = parsed.data;
    const facts = query.metrics.flatMap(({ id }) => metric(id)?.fact ?? []);
    const [row] = query.window === 'all' && facts.length > 0 ? await reader.rows(compileEarliest(facts, tenant)) : [];
    const earliest = typeof row?.['at'] === 'number' ? { earliest: row['at'] } : {};
    return frames(await run(validate(query, { ...defaults, ...earliest }), reader, tenant));
  }

  private refusal(error: unknown): QueryResult {
    if (error instanceof Problem) return refused(error);
    const failure = databaseFailure(error);
    if (failure === 'database_unavailable') throw error;
    if (failure === undefined) this.log.error(error);
    return refused(new Problem(failure ?? 'internal'));
  }
}

function refused({ status, detail }: Problem): QueryResult {
  return { status, error: detail, errorSource: 'downstream' };
}

/** The first mistake in a query's shape, as a sentence. */
function sentence(issues: readonly z.core.$ZodIssue[]): string {
  const [first] = issues;
  const place = first?.path.map(String).join('.');
  return first
    ? `The query is not understood: ${place ? `${place} ` : ''}${lower(first.message)}.`
    : ERRORS.invalid_request.text;
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
