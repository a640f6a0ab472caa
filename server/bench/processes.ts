import { readdirSync, readFileSync } from 'node:fs';

const ticksPerSecond = 100;

interface Stat {
  parent: number;
  /** CPU seconds of the process and of its children that have ended. */
  seconds: number;
}

function statOf(pid: number): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold spaces.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const ticks = [11, 12, 13, 14].reduce((sum, index) => sum + Number(fields[index]), 0);
    return { parent: Number(fields[1]), seconds: ticks / ticksPerSecond };
  } catch {
    return undefined;
  }
}

/** CPU seconds that a process and its children have used so far (Linux). */
export function cpuSeconds(pid: number): number {
  let sum = statOf(pid)?.seconds ?? 0;
  for (const entry of readdirSync('/proc')) {
    const child = /^\d+$/.test(entry) ? statOf(Number(entry)) : undefined;
    if (child?.parent === pid) sum += child.seconds;
  }
  return sum;
}

export const parentOf = (pid: number): number => statOf(pid)?.parent ?? 0;
