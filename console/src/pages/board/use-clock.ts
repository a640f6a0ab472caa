import { useCallback, useEffect, useState } from 'react';
import { readInterval } from './interval.js';

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
