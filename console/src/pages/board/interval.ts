const MS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** "30s", "5m", "1h" in milliseconds; 0 for never, or what is none. */
export function readInterval(text: string): number {
  const [, count, unit] = /^(\d+)([smhd])$/.exec(text) ?? [];
  return count === undefined ? 0 : Number(count) * MS[unit as keyof typeof MS];
}
