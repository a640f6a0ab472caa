import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parentOf } from './processes.js';

const adminKey = 'swb_bench_admin_key_0000000000000000';

/** The built service in a process of its own, over an embedded PostgreSQL in a folder of its own. */
export interface BenchService {
  readonly url: string;
  /** The login of the database's owner. */
  readonly databaseUrl: string;
  readonly servicePid: number;
  readonly postgresPid: number;
  /** A new tenant's keys. */
  tenant(id: string): Promise<{ ingestKey: string; readKey: string }>;
  stop(): Promise<void>;
}

function readyAt(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    if (!child.stdout) throw new Error('The service has no output.');
    createInterface({ input: child.stdout }).on('line', (line) => {
      const match = /ready at (\S+)/.exec(line);
      if (match?.[1] !== undefined) resolve(match[1]);
    });
    child.once('exit', () => reject(new Error('The service ended before it was ready.')));
  });
}

/** The parent of a connection's own process. */
async function postmasterOf(databaseUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const pid = parentOf(rows[0]?.pid ?? 0);
  await client.end();
  return pid;
}

export async function startBenchService(): Promise<BenchService> {
  const dataDir = mkdtempSync(join(tmpdir(), 'switchboard-bench-'));
  // Started as root, PostgreSQL runs as another user, who must be able to pass.
  chmodSync(dataDir, 0o755);
  const main = fileURLToPath(new URL('../dist/main.js', import.meta.url));
  const child = spawn(process.execPath, ['--max-semi-space-size=64', main], {
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir, DEMO: 'off', ADMIN_KEY: adminKey, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // A benchmark that fails takes its service along.
  process.once('exit', () => child.kill('SIGTERM'));
  const url = await readyAt(child);
  const access = JSON.parse(readFileSync(join(dataDir, 'postgres-access.json'), 'utf8')) as {
    port: number;
    password: string;
  };
  const databaseUrl = `postgres://postgres:${encodeURIComponent(access.password)}@127.0.0.1:${access.port}/switchboard`;
  const post = async (path: string, body: unknown): Promise<{ key: string }> => {
    const answer = await fetch(url + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${adminKey}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(await answer.text());
    return (await answer.json()) as { key: string };
  };
  return {
    url,
    databaseUrl,
    servicePid: child.pid ?? 0,
    postgresPid: await postmasterOf(databaseUrl),
    tenant: async (id) => {
      await post('/api/v1/tenants', { id, name: id, timeZone: 'UTC' });
      const key = async (scope: string) =>
        (await post(`/api/v1/tenants/${id}/keys`, { name: scope, scopes: [scope] })).key;
      return { ingestKey: await key('ingest'), readKey: await key('read') };
    },
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
