import { useCallback, useEffect, useState } from 'react';

const MS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** "30s", "5m", "1h" in milliseconds; 0 for never, or what is none. */
export function readInterval(text: string): number {
  const [, count, unit] = /^(\d+)([smhd])$/.exec(text) ?? [];
  return count === undefined ? 0 : Number(count) * MS[unit as keyof typeof MS];
}

/** The moment that the board shows, moved on at every interval while somebody looks, and at once when asked to. */
export function useClock(refresh: string): { now: number; tick: () => void } {
  const [now, setNow] = useState(() => Date.now());
  const tick = useCallback(() => setNow(Date.now()), []);
  useEffect(() => {
    const interval = readInterval(refresh);
    if (interval === 0) return undefined;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') tick();
    }, interval);
    return () => clearInterval(timer);
  }, [refresh, tick]);
  return { now, tick };
}
