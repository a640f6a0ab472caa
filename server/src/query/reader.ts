import type pg from 'pg';
import { Problem } from '../errors.js';
import type { ResultRow } from './combine.js';
import type { Statement } from './compile.js';

const INVALID_REGULAR_EXPRESSION = '2201B';

/** Reads rows for one request. */
export class Reader {
  constructor(
    private readonly client: pg.PoolClient,
    private readonly signal: AbortSignal,
  ) {}

  /** @throws Problem invalid_request when PostgreSQL does not understand a regular expression */
  async rows({ text, values }: Statement): Promise<ResultRow[]> {
    this.signal.throwIfAborted();
    try {
      return (await this.client.query<ResultRow>(text, [...values])).rows;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === INVALID_REGULAR_EXPRESSION) {
        throw new Problem('invalid_request', 'A regular expression of the filters is not valid.', {}, { cause: error });
      }
      throw error;
    }
  }
}
