import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import type pg from 'pg';
import { AnnotationsModule } from './annotations/annotations.module.js';
import { ConnectionsModule } from './connections/connections.module.js';
import { ConsoleModule } from './console/console.module.js';
import type { Site } from './console/site.js';
import { DatabaseModule } from './database/database.module.js';
import { HealthModule } from './health/health.module.js';
import { IngestModule } from './ingest/ingest.module.js';
import { ProblemFilter } from './http/problem.filter.js';
import { createValidationPipe } from './http/validation.js';
import { QueryModule } from './query/query.module.js';
import type { PlatformKeys } from './tenants/platform-key.js';
import { TenantsModule } from './tenants/tenants.module.js';

/** What the modules are given from outside. */
export interface Surroundings {
  pool: pg.Pool;
  databaseUrl: string;
  platformKeys: PlatformKeys;
  site: Site;
}

/** The whole service: one filter, one pipe, one guard (the tenants'), and the parts. */
@Module({})
export class AppModule {
  static of({ pool, databaseUrl, platformKeys, site }: Surroundings): DynamicModule {
    return {
      module: AppModule,
      imports: [
        DatabaseModule.of(pool, databaseUrl),
        TenantsModule.of(platformKeys, site),
        HealthModule,
        IngestModule,
        ConnectionsModule,
        QueryModule,
        AnnotationsModule,
        ConsoleModule,
      ],
      providers: [
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useFactory: createValidationPipe },
      ],
    };
  }
}
