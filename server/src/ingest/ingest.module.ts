import { Module } from '@nestjs/common';
import type pg from 'pg';
import { APP_POOL } from '../database/app-pool.js';
import { FactStore } from '../facts/store.js';
import { Intake } from './intake.js';
import { QuarantineController } from './quarantine.controller.js';
import { QuarantineKeeper } from './quarantine-keeper.js';
import { QuarantineService } from './quarantine.service.js';
import { RecordsController } from './records.controller.js';
import { TenantRegister } from './tenant-traits.js';

@Module({
  controllers: [RecordsController, QuarantineController],
  providers: [
    QuarantineService,
    QuarantineKeeper,
    { provide: FactStore, useFactory: () => new FactStore() },
    { provide: TenantRegister, useFactory: (pool: pg.Pool) => new TenantRegister(pool), inject: [APP_POOL] },
    {
      provide: Intake,
      useFactory: (pool: pg.Pool, facts: FactStore, tenants: TenantRegister) => new Intake(pool, facts, tenants),
      inject: [APP_POOL, FactStore, TenantRegister],
    },
  ],
  exports: [Intake, TenantRegister],
})
export class IngestModule {}
