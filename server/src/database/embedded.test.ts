import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type EmbeddedDatabase, startEmbedded } from './embedded.js';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('startEmbedded', () => {
  let dataDir: string;
  const lines: string[] = [];
  const start = (): Promise<EmbeddedDatabase> =>
    startEmbedded({ dataDir, settings: { shared_buffers: '16MB' }, log: (line) => lines.push(line) });
  const query = async (url: string, sql: string): Promise<Record<string, unknown>[]> => {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    await client.connect();
    return client.query(sql).then(
      async ({ rows }) => {
        await client.end();
        return rows;
      },
      async (error: Error) => {
        await client.end();
        throw error;
      },
    );
  };
  const pidFile = (): string => join(dataDir, 'postgres/cluster/postmaster.pid');
  const postmaster = (): number => Number(readFileSync(pidFile(), 'utf8').split('\n')[0]);

  beforeAll(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'embedded-'));
    chmodSync(dataDir, 0o711);
  });
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  it('makes a cluster once, keeps its data, port and password, and stops without a trace', async () => {
    const first = await start();
    await query(first.url, 'create table kept (n int4)');
    const { mode } = statSync(join(dataDir, 'postgres-access.json'));
    expect(mode & 0o777).toBe(0o600);
    const settings = await query(
      first.url,
      "select name, setting from pg_settings where name in ('jit', 'listen_addresses', 'wal_compression', 'server_encoding', 'fsync') order by name",
    );
    expect(settings.map(({ name, setting }) => [name, setting].join('='))).toEqual([
      'fsync=on',
      'jit=off',
      'listen_addresses=127.0.0.1',
      'server_encoding=UTF8',
      'wal_compression=pglz',
    ]);
    await first.stop();
    expect(existsSync(pidFile())).toBe(false);
    const second = await start();
    expect(second.url).toBe(first.url);
    expect(await query(second.url, 'select * from kept')).toEqual([]);
    await second.stop();
    expect(lines).toEqual(['Making the database, once']);
  });

  it('joins a server that already runs, and lets the last one who leaves stop it', async () => {
    const one = await start();
    const two = await start();
    expect(two.url).toBe(one.url);
    await one.stop();
    expect(await query(two.url, 'select 1 as n')).toEqual([{ n: 1 }]);
    await two.stop();
    await expect(query(two.url, 'select 1')).rejects.toThrow('ECONNREFUSED');
  });

  it('starts the server again when it is killed, with all that was committed', async () => {
    const database = await start();
    await query(database.url, 'create table acknowledged as select 42 as n');
    process.kill(postmaster(), 'SIGKILL');
    let rows: unknown;
    for (let turn = 0; turn < 100 && rows === undefined; turn += 1) {
      await pause(100);
      rows = await query(database.url, 'select n from acknowledged').catch(() => undefined);
    }
    expect(rows).toEqual([{ n: 42 }]);
    await database.stop();
  });

  it("is not misled by a dead server's number that another program has now", async () => {
    writeFileSync(pidFile(), `${process.pid}\n${join(dataDir, 'postgres/cluster')}\n1\n5432\n`);
    const database = await start();
    expect(await query(database.url, 'select 1 as n')).toEqual([{ n: 1 }]);
    await database.stop();
  });

  it('says in a sentence why it does not start', async () => {
    await expect(
      startEmbedded({ dataDir, settings: { shared_buffers: 'plenty' }, log: () => undefined }),
    ).rejects.toThrow(/^The embedded PostgreSQL did not start: .*shared_buffers/);
  });
});
