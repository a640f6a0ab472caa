import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from './database.js';

const SERVER = fileURLToPath(new URL('..', import.meta.url));
const PACKAGE = join(SERVER, `coverage/main-${process.pid}`);
const BUILD = join(PACKAGE, 'dist');
const ADMIN_KEY = 'a-key-of-the-operator';

/** The service as a process of its own. */
class Run {
  static readonly all: ChildProcess[] = [];
  readonly child: ChildProcess;
  output = '';
  readonly ended: Promise<number | null>;

  constructor(environment: Record<string, string>) {
    this.child = spawn(process.execPath, [join(BUILD, 'main.js')], {
      env: { PATH: process.env['PATH'], PORT: '0', DEMO: 'off', ...environment },
    });
    Run.all.push(this.child);
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on('data', (chunk) => (this.output += String(chunk)));
    }
    this.ended = new Promise((resolve) => this.child.on('exit', resolve));
  }

  async ready(): Promise<string> {
    for (;;) {
      const url = /is ready at (\S+)/.exec(this.output)?.[1];
      if (url !== undefined) return url;
      if (this.child.exitCode !== null) throw new Error(this.output);
      await pause(50);
    }
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('the service as a process', () => {
  let dataDir: string;
  let database: TestDatabase;

  beforeAll(async () => {
    const swc = join(SERVER, '../node_modules/@swc/cli/bin/swc.js');
    const options = ['--strip-leading-paths', '--copy-files', '--ignore', '**/*.test.ts', '--config-file', '.swcrc'];
    execFileSync(process.execPath, [swc, 'src', '-d', BUILD, ...options], { cwd: SERVER });
    copyFileSync(join(SERVER, 'package.json'), join(PACKAGE, 'package.json'));
    dataDir = mkdtempSync(join(tmpdir(), 'switchboard-main-'));
    chmodSync(dataDir, 0o711);
    database = await createTestDatabase();
  });
  afterAll(async () => {
    for (const child of Run.all) child.kill('SIGKILL');
    rmSync(PACKAGE, { recursive: true, force: true });
    rmSync(dataDir, { recursive: true, force: true });
    await database.drop();
  });

  it('needs nothing, shows its admin key once, stops cleanly and starts again with its data', async () => {
    const first = new Run({ DATA_DIR: dataDir });
    const url = await first.ready();
    await pause(100);
    const key = /Admin key, shown this once: (swb_[\w-]{32})/.exec(first.output)?.[1];
    const made = await fetch(`${url}/api/v1/tenants`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: '{"id":"kept","name":"Kept"}',
    });
    expect(made.status).toBe(201);
    first.child.kill('SIGINT');
    expect(await first.ended).toBe(0);

    const second = new Run({ DATA_DIR: dataDir });
    const again = await fetch(`${await second.ready()}/api/v1/tenants/kept`, {
      headers: { authorization: `Bearer ${key}` },
    });
    expect(again.status).toBe(200);
    expect(second.output).not.toContain('swb_');
    second.child.kill('SIGKILL');
    await second.ended;

    const third = new Run({ DATA_DIR: dataDir });
    expect((await fetch(`${await third.ready()}/health/ready`)).status).toBe(200);
    third.child.kill('SIGTERM');
    expect(await third.ended).toBe(0);
  });

  it('finishes the requests in flight before it stops, and counts a doubled signal once', async () => {
    const run = new Run({ DATABASE_URL: database.url, ADMIN_KEY });
    const url = await run.ready();
    const blocker = new pg.Client({ connectionString: database.url });
    await blocker.connect();
    await blocker.query('begin');
    await blocker.query('lock table tenant in access exclusive mode');
    const answer = fetch(`${url}/api/v1/tenants`, { headers: { authorization: `Bearer ${ADMIN_KEY}` } });
    await pause(300);
    run.child.kill('SIGTERM');
    run.child.kill('SIGINT');
    await pause(500);
    expect(run.child.exitCode).toBeNull();
    await blocker.query('rollback');
    await blocker.end();
    expect((await answer).status).toBe(200);
    expect(await run.ended).toBe(0);
  });

  it('holds a hundred endless bodies at once in less than 50 MB', async () => {
    const run = new Run({ DATABASE_URL: database.url, ADMIN_KEY });
    const url = new URL(await run.ready());
    const memory = (): number =>
      Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${run.child.pid}/status`, 'utf8'))?.[1]) / 1024;
    await Promise.all(Array.from({ length: 100 }, () => fetch(new URL('/health/ready', url))));
    // A process that has refused one knows how: compiled code and the young generation are not what is bounded here.
    await Promise.all(Array.from({ length: 5 }, () => sendEndless(url, ADMIN_KEY)));
    const before = memory();
    let most = before;
    const watch = setInterval(() => (most = Math.max(most, memory())), 20);
    const answers = await Promise.all(Array.from({ length: 100 }, () => sendEndless(url, ADMIN_KEY)));
    clearInterval(watch);
    // Too long, or turned away while others had their turn; never stored.
    expect(answers).toContain('413');
    expect(answers.filter((status) => status !== '413' && status !== '503')).toEqual([]);
    expect(most - before).toBeLessThan(50);
    const strangers = await Promise.all(Array.from({ length: 100 }, () => sendEndless(url, 'swb_unknown')));
    expect([...new Set(strangers)]).toEqual(['401']);
    expect((await fetch(new URL('/health/ready', url))).status).toBe(200);
    run.child.kill('SIGTERM');
    expect(await run.ended).toBe(0);
  });

  it.each([
    [
      { PORT: '99999', DEMO: 'maybe' },
      'PORT must be a number from 0 (any free port) to 65535.\nDEMO must be on or off.\n',
    ],
    [
      { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/x' },
      'The database cannot be reached: connect ECONNREFUSED 127.0.0.1:1.\n',
    ],
  ])('ends with a sentence for %j', async (environment, sentence) => {
    const run = new Run(environment);
    expect(await run.ended).toBe(1);
    expect(run.output).toBe(sentence);
  });

  it('ends with a sentence when the port is taken', async () => {
    const holder = createServer();
    await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
    const address = holder.address();
    const port = typeof address === 'object' ? address!.port : 0;
    holder.unref();
    const run = new Run({ DATABASE_URL: database.url, PORT: String(port), ADMIN_KEY });
    expect(await run.ended).toBe(1);
    expect(run.output).toContain(`Port ${port} of 127.0.0.1 is used by another program: stop that one or set PORT.\n`);
    expect(run.output).not.toMatch(/\n\s+at /);
  });
});

/** Streams up to a gigabyte in chunks until the service answers; the status of the answer. */
function sendEndless({ hostname, port }: URL, key: string): Promise<string> {
  const socket = connect(Number(port), hostname);
  const chunk = `10000\r\n${'a'.repeat(0x10000)}\r\n`;
  let left = 16_384;
  const pump = (): void => {
    while (left > 0 && socket.writable) {
      left -= 1;
      if (!socket.write(chunk)) return void socket.once('drain', pump);
    }
  };
  return new Promise((resolve, reject) => {
    socket.on('data', (data) => {
      socket.destroy();
      resolve(/^HTTP\/1.1 (\d+)/.exec(String(data))?.[1] ?? 'nothing');
    });
    socket.on('error', reject);
    socket.on('connect', () => {
      const head = ['POST /api/v1/tenants HTTP/1.1', 'host: x', `authorization: Bearer ${key}`];
      socket.write([...head, 'content-type: application/json', 'transfer-encoding: chunked', '', ''].join('\r\n'));
      pump();
    });
  });
}
