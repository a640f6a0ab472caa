import { execFile } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { chooseAccount, type Account } from './embedded-account.js';
import { findBinaries, type Binaries } from './embedded-binaries.js';

/** Sized for one machine that also runs the service. */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: '512MB',
  work_mem: '32MB',
  max_wal_size: '4GB',
  wal_compression: 'pglz',
  random_page_cost: '1.1',
  jit: 'off',
  max_connections: '100',
};
const LOG_LIMIT = 10 * 1024 * 1024;

/** The server ended instead of answering. */
export class StartError extends Error {}

/** One PostgreSQL cluster in one directory: made, started, found running, stopped. Knows nothing of who uses it. */
export class Cluster {
  private readonly directory: string;
  private readonly logFile: string;
  private readonly account: Account;
  private readonly binaries: Binaries = findBinaries();

  /** @param home an absolute directory of its own; the cluster and its log live in it */
  constructor(
    private readonly home: string,
    private readonly settings: Readonly<Record<string, string>> = {},
  ) {
    this.directory = join(home, 'cluster');
    this.logFile = join(home, 'server.log');
    this.account = chooseAccount(this.directory);
  }

  get exists(): boolean {
    return existsSync(this.directory);
  }

  /** Makes the cluster unless it is there; under another name first, so that a kill leaves no half-made one. */
  async ensure(password: string): Promise<void> {
    this.makeHome();
    if (this.exists) return;
    const draft = join(this.home, 'cluster.new');
    const passwordFile = join(this.home, 'password.new');
    rmSync(draft, { recursive: true, force: true });
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    this.give(passwordFile);
    try {
      await this.run(this.binaries.initdb, [
        ...['-D', draft, '--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'],
        ...['--locale=C.UTF-8', '--encoding=UTF8', '--lc-messages=C', '--no-instructions'],
      ]);
    } finally {
      rmSync(passwordFile, { force: true });
    }
    renameSync(draft, this.directory);
  }

  /** The port of the server that runs on this cluster now, also one that outlived a killed service. */
  runningPort(): number | undefined {
    const file = join(this.directory, 'postmaster.pid');
    if (!existsSync(file)) return undefined;
    const lines = readFileSync(file, 'utf8').split('\n');
    const pid = Number(lines[0]);
    const port = Number(lines[3]);
    if (isServer(pid)) return Number.isInteger(port) && port > 0 ? port : undefined;
    // Left by a server that was killed. Its number may belong to another program by now, and PostgreSQL would wait for that.
    rmSync(file, { force: true });
    return undefined;
  }

  /** Starts the server in a session of its own, so that Ctrl-C reaches the service and not the database under it. */
  async start(port: number): Promise<void> {
    if ((statSync(this.logFile, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT) truncateSync(this.logFile);
    const flags = Object.entries({ ...SETTINGS, ...this.settings, port: String(port) });
    const options = flags.map(([name, value]) => `-c ${name}='${value}'`).join(' ');
    await this.run(this.binaries.pgCtl, [
      ...['start', '-D', this.directory, '-l', this.logFile, '-w', '-t', '120', '-s', '-o', options],
    ]).catch((error: Error) => {
      throw new StartError(`The embedded PostgreSQL did not start: ${this.lastLogLine() ?? error.message}`, {
        cause: error,
      });
    });
  }

  /** Ends the server after its open transactions are rolled back; resolves when it is gone. */
  async stop(): Promise<void> {
    await this.run(this.binaries.pgCtl, ['stop', '-D', this.directory, '-m', 'fast', '-w', '-t', '60', '-s']);
  }

  private makeHome(): void {
    try {
      mkdirSync(this.home, { recursive: true });
      this.give(this.home);
    } catch (error) {
      throw new Error(`The data directory ${this.home} cannot be made: ${(error as Error).message}.`, { cause: error });
    }
    const owner = statSync(existsSync(this.directory) ? this.directory : this.home).uid;
    if (process.getuid !== undefined && owner !== (this.account.uid ?? process.getuid())) {
      throw new Error(`The data directory ${this.home} belongs to another user (uid ${owner}): start as that user.`);
    }
  }

  private give(path: string): void {
    if (this.account.uid !== undefined && this.account.gid !== undefined) {
      chownSync(path, this.account.uid, this.account.gid);
    }
  }

  private lastLogLine(): string | undefined {
    if (!existsSync(this.logFile)) return undefined;
    const lines = readFileSync(this.logFile, 'utf8').trimEnd().split('\n');
    return lines.findLast((line) => /FATAL|PANIC/.test(line)) ?? lines.at(-1);
  }

  private run(program: string, args: readonly string[]): Promise<void> {
    return new Promise((resolve, reject) => {
      const child = execFile(program, args, { ...this.account, cwd: '/', env: { ...process.env, LC_ALL: 'C' } });
      let output = '';
      child.stderr?.on('data', (chunk: string) => (output += chunk));
      child.on('error', (error) => reject(this.explain(program, error)));
      child.on('exit', (code) => {
        if (code === 0) resolve();
        else child.on('close', () => reject(new Error(output.trim() || `exit code ${code}`)));
      });
    });
  }

  private explain(program: string, error: Error): Error {
    if (!('code' in error) || error.code !== 'EACCES' || this.account.uid === undefined) return error;
    return new Error(
      `PostgreSQL does not run as root, and the user postgres may not enter ${dirname(program)}: ` +
        'move the checkout to a place all users may enter, start as an ordinary user, or set DATABASE_URL.',
      { cause: error },
    );
  }
}

function isServer(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  if (process.platform === 'linux') {
    const status = `/proc/${pid}/stat`;
    // "6254 (postgres) S …"; Z is a dead one that nobody has fetched yet.
    return existsSync(status) && /^\d+ \(postgres\) [^ZX]/.test(readFileSync(status, 'utf8'));
  }
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
