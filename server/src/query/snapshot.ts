import type pg from 'pg';
import { withTenant } from '../database/session.js';
import type { Caller } from '../tenants/caller.js';
import { abandonable } from './cancel.js';
import type { QueryBody } from './query.schema.js';
import { Reader } from './reader.js';
import type { Defaults } from './validate.js';

/** Below the 30 s after which data sources give up. */
export const ANSWER_TIMEOUT_MS = 25_000;

/** Twice as long as data sources wait: a database that fell silent does not keep the connection of a request for ever. */
const DEADLINE_MS = 60_000;

/** Reads for one request what the tenant's facts are at one moment; ends when the signal says that nobody waits any more. */
export function inSnapshot<T>(
  pool: pg.Pool,
  tenant: number,
  signal: AbortSignal,
  statementTimeoutMs: number,
  read: (reader: Reader, client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  return withTenant(
    pool,
    tenant,
    (client) => abandonable(client, signal, () => read(new Reader(client, signal), client)),
    {
      readOnly: true,
      isolation: 'repeatable read',
      statementTimeoutMs,
      deadlineMs: DEADLINE_MS,
    },
  );
}

/** What the queries of a request may leave out: what the request says for all of them, else the tenant's. */
export function defaultsOf(caller: Caller, asked: Omit<QueryBody, 'queries'>): Defaults {
  return {
    zone: asked.timeZone ?? caller.timeZone,
    weekStart: asked.weekStart ?? caller.weekStart,
    now: Date.now(),
    parameters: caller.settings,
    ...(asked.from != null && { from: asked.from }),
    ...(asked.to != null && { to: asked.to }),
  };
}
