import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import type { Config } from '../../config.js';
import { startEmbedded } from '../../database/embedded.js';
import { migrate } from '../../database/migrate.js';
import { createPool } from '../../database/pool.js';
import { checkRoles } from '../../database/roles.js';
import { PLATFORM_TENANT, withTenant } from '../../database/session.js';
import { FactStore } from '../../facts/store.js';
import { Intake } from '../intake.js';
import { TenantRegister } from '../tenant-traits.js';
import { unknown } from './arguments.js';
import { ImportMistake } from './format.js';

export interface Connection {
  readonly pool: pg.Pool;
  readonly intake: Intake;
  close(): Promise<void>;
}

/** A batch that changes many facts may take long; nobody waits for it but the import. */
const STATEMENT_LIMIT_MS = 300_000;

/**
 * Opens the service's database: the one of DATABASE_URL, else the embedded one, which is joined where the service has it
 * running and started for the time of the import where it has not.
 * @throws ImportMistake when there is no database yet
 */
export async function connect(config: Config, say: (line: string) => void): Promise<Connection> {
  if (config.databaseUrl === undefined && !existsSync(join(config.dataDir, 'postgres'))) {
    throw new ImportMistake(
      `There is no database in ${config.dataDir} yet: start the service once (npm start), or set DATABASE_URL.`,
    );
  }
  const closers: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (const end of closers.splice(0).reverse()) await end();
  };
  try {
    const url = config.databaseUrl ?? (await joinEmbedded(config.dataDir, say, closers));
    await migrate(url);
    const pool = createPool(url, { max: 4, statementTimeoutMs: STATEMENT_LIMIT_MS });
    closers.push(() => pool.end());
    await checkRoles(pool);
    return { pool, intake: new Intake(pool, new FactStore(), new TenantRegister(pool)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function joinEmbedded(
  dataDir: string,
  say: (line: string) => void,
  closers: (() => Promise<unknown>)[],
): Promise<string> {
  const database = await startEmbedded({ dataDir, log: say });
  closers.push(() => database.stop());
  return database.url;
}

/**
 * The number of the tenant that the command line names, or of the only one there is.
 * @throws ImportMistake when there is no such tenant, or when several are there and none is named
 */
export async function findTenant(pool: pg.Pool, wanted: string | undefined): Promise<number> {
  const { rows } = await withTenant(
    pool,
    PLATFORM_TENANT,
    (client) => client.query<{ tenant: number; slug: string }>('select tenant, slug from tenant order by slug'),
    { readOnly: true },
  );
  const [first] = rows;
  if (first === undefined) {
    throw new ImportMistake(
      'There is no tenant yet: make one with POST /api/v1/tenants, or start the service with its demo.',
    );
  }
  const slugs = rows.map(({ slug }) => slug);
  if (wanted === undefined && rows.length === 1) return first.tenant;
  if (wanted === undefined)
    throw new ImportMistake(`Say whose file this is with --tenant: there are ${slugs.join(', ')}.`);
  const found = rows.find(({ slug }) => slug === wanted);
  if (found === undefined) throw unknown('tenant', wanted, slugs);
  return found.tenant;
}
