import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const MIB = 1024 * 1024;

/** The memory that a process occupies now, MiB. */
export function residentMiB(pid: number): number {
  const status = `/proc/${pid}/status`;
  const kilobytes = existsSync(status)
    ? /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(status, 'utf8'))?.[1]
    : execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return (Number(kilobytes) * 1024) / MIB;
}

/** Watches a process while the work goes on. @returns by how much it grew at most beyond what it was before, MiB */
export async function growthDuring(pid: number, work: () => Promise<unknown>): Promise<number> {
  const before = residentMiB(pid);
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, residentMiB(pid));
  }, 10);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  return Math.max(most, residentMiB(pid)) - before;
}
