import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { APP_POOL } from '../database/app-pool.js';
import { VERSION } from '../version.js';
import type { Caller } from './caller.js';
import { findNewestRecord } from './newest-record.js';
import type { Whoami } from './whoami.schema.js';

/** What a key stands for. */
@Injectable()
export class WhoamiService {
  constructor(@Inject(APP_POOL) private readonly pool: pg.Pool) {}

  async of(caller: Caller): Promise<Whoami> {
    return {
      tenant: caller.platform ? null : caller.slug,
      scopes: [...caller.scopes],
      timeZone: caller.timeZone,
      weekStart: caller.weekStart,
      newestRecord: caller.platform ? null : await findNewestRecord(this.pool, caller.tenant),
      version: VERSION,
    };
  }
}
