import { Controller, Get, Inject } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type pg from 'pg';
import { z } from 'zod';
import { APP_POOL } from '../database/app-pool.js';
import { VERSION } from '../version.js';
import { Caller, Scopes } from './caller.js';
import { SCOPES } from './key.js';
import { findNewestRecord } from './newest-record.js';
import { WEEK_STARTS } from './tenant.schema.js';

const Whoami = z.object({
  tenant: z.string().nullable().describe('null for the bootstrap key, which belongs to no tenant.'),
  scopes: z.array(z.enum(SCOPES)),
  timeZone: z.string(),
  weekStart: z.enum(WEEK_STARTS),
  newestRecord: z.iso.datetime().nullable().describe('The latest counting time of any fact; null before the first.'),
  version: z.string().describe("The service's."),
});
type Whoami = z.infer<typeof Whoami>;

@ApiTags('questions')
@ApiBearerAuth()
@Scopes()
@Controller('api/v1/whoami')
export class WhoamiController {
  constructor(@Inject(APP_POOL) private readonly pool: pg.Pool) {}

  @Get()
  @ApiOperation({ summary: 'What the key stands for' })
  @ApiResponse({ status: 200, standardSchema: Whoami })
  async get(@Caller() caller: Caller): Promise<Whoami> {
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
