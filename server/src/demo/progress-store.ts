import type pg from 'pg';
import { withTenant } from '../database/session.js';

/** How far the simulator has come. */
export interface DemoProgress {
  readonly seed: string;
  readonly beganAt: Date;
  /** YYYY-MM-DD; null before the first day is written. */
  readonly oldestDay: string | null;
  readonly historyComplete: boolean;
  readonly liveUntil: Date;
}

interface Row {
  seed: string;
  began_at: Date;
  oldest_day: string | null;
  history_complete: boolean;
  live_until: Date;
}

/** The simulator's memory in the database. */
export class ProgressStore {
  constructor(
    private readonly pool: pg.Pool,
    private readonly tenant: number,
  ) {}

  /** What was reached; begins now where nothing was. */
  async begin(seed: string, now: Date): Promise<DemoProgress> {
    return withTenant(this.pool, this.tenant, async (client) => {
      await client.query(
        `insert into demo_progress (tenant, seed, began_at, live_until) values ($1, $2, $3, $3) on conflict do nothing`,
        [this.tenant, seed, now],
      );
      const { rows } = await client.query<Row>('select * from demo_progress where tenant = $1', [this.tenant]);
      const [row] = rows;
      if (!row) throw new Error('The progress of the demo is not there.');
      return {
        seed: row.seed,
        beganAt: row.began_at,
        oldestDay: row.oldest_day,
        historyComplete: row.history_complete,
        liveUntil: row.live_until,
      };
    });
  }

  reachedDay(oldestDay: string, complete: boolean): Promise<unknown> {
    return this.update('oldest_day = $2, history_complete = $3', [oldestDay, complete]);
  }

  reachedMoment(liveUntil: Date): Promise<unknown> {
    return this.update('live_until = $2', [liveUntil]);
  }

  private update(assignments: string, values: readonly unknown[]): Promise<unknown> {
    return withTenant(this.pool, this.tenant, (client) =>
      client.query(`update demo_progress set ${assignments} where tenant = $1`, [this.tenant, ...values]),
    );
  }
}
