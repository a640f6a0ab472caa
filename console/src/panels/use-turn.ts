import { useCallback, useState } from 'react';

/** Pixels below the window within which a panel is made ready. */
const NEAR = 200;
/** Milliseconds that what is seen has for itself. */
const HEAD_START = 300;

/**
 * Whether it is an element's turn: at once where it is seen or nearly so; the others, one after the other, when those have
 * had their time and the browser has nothing else to do.
 */
export function useTurn(): { readonly isTurn: boolean; readonly place: (element: HTMLElement | null) => void } {
  const [isTurn, setTurn] = useState(false);
  const place = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    const take = (): void => {
      observer.disconnect();
      clearTimeout(timer);
      setTurn(true);
    };
    const observer = new IntersectionObserver((seen) => seen.some(({ isIntersecting }) => isIntersecting) && take(), {
      rootMargin: `${NEAR}px`,
    });
    // Safari does not say when it has nothing to do.
    const idly = 'requestIdleCallback' in window ? () => requestIdleCallback(take) : take;
    const timer = setTimeout(idly, HEAD_START);
    observer.observe(element);
    return () => {
      observer.disconnect();
      clearTimeout(timer);
    };
  }, []);
  return { isTurn, place };
}
