import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type pg from 'pg';
import { APP_POOL } from './app-pool.js';
import { APP_ROLE } from './pool.js';

const ENTITY_CONNECTIONS = 4;

/** The pg pool for facts and questions, and TypeORM for what is edited by id; both work as the application role. */
@Global()
@Module({})
export class DatabaseModule {
  static of(pool: pg.Pool, url: string): DynamicModule {
    const entities = TypeOrmModule.forRoot({
      type: 'postgres',
      url,
      autoLoadEntities: true,
      synchronize: false,
      retryAttempts: 1,
      poolSize: ENTITY_CONNECTIONS,
      applicationName: 'switchboard entities',
      connectTimeoutMS: 5_000,
      extra: { options: `-c role=${APP_ROLE} -c timezone=UTC -c statement_timeout=30000`, keepAlive: true },
    });
    return {
      module: DatabaseModule,
      imports: [entities],
      providers: [{ provide: APP_POOL, useValue: pool }],
      exports: [APP_POOL],
    };
  }
}
