import { Inject, Injectable } from '@nestjs/common';
import { HealthIndicatorService, type HealthIndicatorResult } from '@nestjs/terminus';
import type pg from 'pg';
import { APP_POOL } from '../database/app-pool.js';

/** An orchestrator asks often and waits shortly. */
const PATIENCE_MS = 2_000;

/** Whether the database answers. */
@Injectable()
export class DatabaseIndicator {
  constructor(
    @Inject(APP_POOL) private readonly pool: pg.Pool,
    private readonly indicators: HealthIndicatorService,
  ) {}

  async check(): Promise<HealthIndicatorResult> {
    const indicator = this.indicators.check('database');
    const answered = this.pool.query('select 1').then(
      () => true,
      () => false,
    );
    let timer: NodeJS.Timeout | undefined;
    const silent = new Promise<false>((resolve) => {
      timer = setTimeout(() => resolve(false), PATIENCE_MS);
    });
    const isUp = await Promise.race([answered, silent]);
    clearTimeout(timer);
    return isUp ? indicator.up() : indicator.down();
  }
}
