import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onExit } from './left-behind.js';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A service's own data directory with its embedded PostgreSQL, whose processes can be killed. */
export class DataDirectory {
  readonly path: string;
  private readonly isRemoved: () => void;

  constructor() {
    this.path = mkdtempSync(join(tmpdir(), 'switchboard-proof-'));
    // Started as root, PostgreSQL runs as another user, who must be able to come by here.
    chmodSync(this.path, 0o711);
    this.isRemoved = onExit(() => this.removeAtOnce());
  }

  /** The superuser's login, as the service noted it. */
  get databaseUrl(): string {
    const file = join(this.path, 'postgres-access.json');
    const { password, port } = JSON.parse(readFileSync(file, 'utf8')) as { password: string; port: number };
    return `postgres://postgres:${password}@127.0.0.1:${port}/switchboard`;
  }

  /** What PostgreSQL wrote to its own log. */
  get serverLog(): string {
    const file = join(this.path, 'postgres', 'server.log');
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  }

  /** kill -9 for the postmaster and every process it started; resolves when all are gone. */
  async killServer(): Promise<number> {
    const killed = this.signalServer();
    while (killed.some((pid) => signal(pid, 0))) await pause(5);
    return killed.length;
  }

  async remove(): Promise<void> {
    await this.killServer();
    this.removeAtOnce();
    this.isRemoved();
  }

  private removeAtOnce(): void {
    this.signalServer();
    rmSync(this.path, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }

  private signalServer(): number[] {
    const postmaster = this.postmaster();
    if (postmaster === undefined) return [];
    const killed = [postmaster, ...childrenOf(postmaster)];
    for (const pid of killed) signal(pid, 'SIGKILL');
    return killed;
  }

  private postmaster(): number | undefined {
    const file = join(this.path, 'postgres', 'cluster', 'postmaster.pid');
    if (!existsSync(file)) return undefined;
    const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
    // After a kill the file stays, and another program may have got the number.
    return pid > 0 && signal(pid, 0) && commandOf(pid).includes(this.path) ? pid : undefined;
  }
}

function commandOf(pid: number): string {
  try {
    if (existsSync(`/proc/${pid}/cmdline`)) return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

/** Looks into /proc where there is one: starting `ps` takes so long that requests under way would end meanwhile. */
function childrenOf(parent: number): number[] {
  if (existsSync('/proc/self/stat')) {
    const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    return all.filter((pid) => parentOf(pid) === parent).map(Number);
  }
  return execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, owner]) => Number(owner) === parent)
    .map(([pid]) => Number(pid));
}

function parentOf(pid: string): number | undefined {
  try {
    return Number(/^\d+ \(.*\) \S (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]);
  } catch {
    return undefined; // It ended just now.
  }
}

/** @returns whether the process was there; one that ended and waits to be fetched counts as gone */
function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    process.kill(pid, name);
  } catch {
    return false;
  }
  const status = `/proc/${pid}/stat`;
  return !existsSync(status) || !/^\d+ \(.*\) [ZX]/.test(readFileSync(status, 'utf8'));
}
