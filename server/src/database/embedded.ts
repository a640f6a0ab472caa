import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from '../free-port.js';
import { readAccess, writeAccess } from './embedded-access.js';
import { Cluster, StartError } from './embedded-cluster.js';

export interface EmbeddedOptions {
  /** The service's data directory; the cluster lies in its folder postgres. */
  dataDir: string;
  /** Instead of the port of last time. */
  port?: number;
  /** PostgreSQL settings that replace the built-in ones. */
  settings?: Readonly<Record<string, string>>;
  /** Told what happens, a line each. */
  log: (line: string) => void;
}

export interface EmbeddedDatabase {
  /** The superuser's login to the database switchboard. */
  readonly url: string;
  /** Stops the server, unless another program of this data directory still uses it. */
  stop(): Promise<void>;
}

const DATABASE = 'switchboard';
/** Everyone who uses the cluster holds this lock, shared; who can take it alone is the last one. */
const USERS_LOCK = 7_204_411_984;
const CONNECT_PATIENCE_MS = 60_000;
/** The processes of a killed server hold its memory for a moment; any other reason does not go away. */
const START_PATIENCE_MS = 5_000;

/**
 * Starts the PostgreSQL server that came with npm on the data directory, or joins the one that already runs there (left by
 * a killed service, or used by an import). While in use it is started again should it die.
 * @throws a sentence when the directory, its owner or the system forbids it
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const dataDir = resolve(options.dataDir);
  const cluster = new Cluster(join(dataDir, 'postgres'), options.settings);
  mkdirSync(dataDir, { recursive: true });
  const accessFile = join(dataDir, 'postgres-access.json');
  const access = readAccess(accessFile);
  // The password is on disk before the cluster that needs it.
  writeAccess(accessFile, access);
  if (!cluster.exists) options.log('Making the database, once');
  await cluster.ensure(access.password);
  const port = cluster.runningPort() ?? (await freePort(options.port ?? access.port));
  writeAccess(accessFile, { ...access, port });
  const server = new Server(cluster, port, access.password, options.log);
  await server.open();
  return server;
}

class Server implements EmbeddedDatabase {
  private keeper: pg.Client | undefined;
  private stopping = false;
  private revival: Promise<void> = Promise.resolve();

  constructor(
    private readonly cluster: Cluster,
    private readonly port: number,
    private readonly password: string,
    private readonly log: (line: string) => void,
  ) {}

  get url(): string {
    return this.urlOf(DATABASE);
  }

  /** Makes sure that the server runs and the database is there, and stays connected to hear of the server's end. */
  async open(): Promise<void> {
    const keeper = await this.connect();
    await keeper.query('select pg_advisory_lock_shared($1)', [USERS_LOCK]);
    const { rowCount } = await keeper.query('select from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await keeper.query(`create database ${DATABASE}`);
    keeper.once('end', () => {
      if (!this.stopping) this.revival = this.revive();
    });
    this.keeper = keeper;
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await this.revival;
    if (await this.isLastUser()) await this.cluster.stop();
    await this.keeper?.end().catch(() => undefined);
  }

  private urlOf(database: string): string {
    return `postgres://postgres:${this.password}@127.0.0.1:${this.port}/${database}`;
  }

  /** A server that was left running may be about to end, and one that recovers refuses connections for a while. */
  private async connect(): Promise<pg.Client> {
    const begun = Date.now();
    for (;;) {
      try {
        if (this.cluster.runningPort() === undefined) await this.cluster.start(this.port);
        const client = new pg.Client({
          connectionString: this.urlOf('postgres'),
          application_name: 'switchboard keeper',
        });
        client.on('error', () => undefined);
        await client.connect();
        return client;
      } catch (error) {
        const patience = error instanceof StartError ? START_PATIENCE_MS : CONNECT_PATIENCE_MS;
        if (this.stopping || Date.now() - begun > patience) throw error;
        await sleep(200);
      }
    }
  }

  private async revive(): Promise<void> {
    this.log('The embedded PostgreSQL went away; starting it again');
    while (!this.stopping) {
      try {
        return await this.open();
      } catch (error) {
        this.log(error instanceof Error ? error.message : String(error));
        await sleep(1_000);
      }
    }
  }

  private async isLastUser(): Promise<boolean> {
    if (this.keeper === undefined) return false;
    try {
      await this.keeper.query('select pg_advisory_unlock_shared($1)', [USERS_LOCK]);
      const { rows } = await this.keeper.query<{ last: boolean }>('select pg_try_advisory_lock($1) as last', [
        USERS_LOCK,
      ]);
      return rows[0]?.last === true;
    } catch {
      // The server is gone already.
      return false;
    }
  }
}
