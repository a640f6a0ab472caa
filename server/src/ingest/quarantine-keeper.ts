import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type pg from 'pg';
import { APP_POOL } from '../database/app-pool.js';
import { PLATFORM_TENANT, withTenant } from '../database/session.js';

const hourMs = 3_600_000;

/** Forgets refused records after thirty days (records.md §4); several instances may do so at once. */
@Injectable()
export class QuarantineKeeper implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(QuarantineKeeper.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(@Inject(APP_POOL) private readonly pool: pg.Pool) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.forget().catch((error: unknown) => this.log.warn(error, 'old quarantine entries stay for now'));
    }, hourMs).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  async forget(): Promise<void> {
    const { rows } = await withTenant(this.pool, PLATFORM_TENANT, (client) =>
      client.query<{ tenant: number }>('select tenant from tenant order by tenant'),
    );
    for (const { tenant } of rows) {
      await withTenant(this.pool, tenant, (client) =>
        client.query("delete from quarantine where tenant = $1 and received_at < now() - interval '30 days'", [tenant]),
      );
    }
  }
}
