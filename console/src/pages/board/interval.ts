const MS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** Timers know no longer ones: they would ring at once. */
const LONGEST_MS = 86_400_000;

/** "30s", "5m", "1h" in milliseconds, a day at most; 0 for never, or what is none. */
export function readInterval(text: string): number {
  const [, count, unit] = /^(\d+)([smhd])$/.exec(text) ?? [];
  return count === undefined ? 0 : Math.min(Number(count) * MS[unit as keyof typeof MS], LONGEST_MS);
}
