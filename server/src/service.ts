import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type pg from 'pg';
import type { Logger } from 'pino';
import { AppModule } from './app.module.js';
import type { Config } from './config.js';
import { serveConsole } from './console/serve.js';
import { siteOf } from './console/site.js';
import { startEmbedded } from './database/embedded.js';
import { migrate } from './database/migrate.js';
import { createPool } from './database/pool.js';
import { checkRoles } from './database/roles.js';
import { createAdapter } from './http/adapter.js';
import { close } from './http/close.js';
import { ensurePort, listen } from './http/listen.js';
import { nestLog } from './http/log.js';
import { serveDocs } from './http/docs.js';
import { describeApi } from './openapi.js';
import { checkKeysEarly } from './tenants/early-key.js';
import { preparePlatformKeys } from './tenants/platform-key.js';

const CONNECTIONS = 20;

export interface Service {
  /** Where it listens. */
  url: string;
  app: NestFastifyApplication;
  pool: pg.Pool;
  /** The admin key, where this start made one. */
  madeKey: string | undefined;
  /** Lets the requests in flight finish, then ends every connection and the embedded database. */
  stop(): Promise<void>;
}

/**
 * Starts the whole service: database, schema, application, port.
 * @param progress told what it is doing, a line each
 * @throws a sentence when something forbids it; what was started is stopped then
 */
export async function startService(config: Config, log: Logger, progress: (line: string) => void): Promise<Service> {
  const closers: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of closers.splice(0).reverse()) await end();
  };
  try {
    // Before the database is made: a start that cannot serve should not take half a minute to say so.
    await ensurePort(config);
    const databaseUrl = config.databaseUrl ?? (await openEmbedded(config, progress, closers));
    const applied = await migrate(databaseUrl);
    if (applied.length > 0) progress(`Brought the schema up to date (${applied.length} migrations)`);
    const pool = createPool(databaseUrl, {
      max: CONNECTIONS,
      onIdleError: (error) => log.warn({ err: error }, 'A database connection broke'),
    });
    closers.push(() => pool.end());
    await checkRoles(pool);
    const platformKeys = await preparePlatformKeys(pool, config.adminKey);
    // At once: whatever fails later, the key is known, and it is never shown again.
    if (platformKeys.made !== undefined) progress(`Admin key, shown this once: ${platformKeys.made}`);
    const app = await NestFactory.create<NestFastifyApplication>(
      AppModule.of({ pool, databaseUrl, platformKeys, site: siteOf(config) }),
      createAdapter(log),
      { logger: nestLog(log), bodyParser: false, abortOnError: false },
    );
    closers.push(() => close(app));
    checkKeysEarly(app);
    serveConsole(app);
    serveDocs(app, () => describeApi(app));
    const url = await listen(app, config);
    return { url, app, pool, madeKey: platformKeys.made, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function openEmbedded(
  { dataDir }: Config,
  progress: (line: string) => void,
  closers: (() => Promise<unknown>)[],
): Promise<string> {
  progress(`Starting PostgreSQL in ${dataDir}`);
  const database = await startEmbedded({ dataDir, log: progress });
  closers.push(() => database.stop());
  return database.url;
}
