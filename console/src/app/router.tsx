import { type AnchorHTMLAttributes, type MouseEvent, useSyncExternalStore } from 'react';

const MOVED = 'switchboard:moved';

function subscribe(listener: () => void): () => void {
  window.addEventListener('popstate', listener);
  window.addEventListener(MOVED, listener);
  return () => {
    window.removeEventListener('popstate', listener);
    window.removeEventListener(MOVED, listener);
  };
}

/** Goes to an address of the console; with `replace` the one before is not come back to. */
export function navigate(to: string, { replace = false } = {}): void {
  if (replace) window.history.replaceState(null, '', to);
  else window.history.pushState(null, '', to);
  window.dispatchEvent(new Event(MOVED));
}

/** The path of the address, `/d/switchboard-chat`. */
export const usePath = (): string => useSyncExternalStore(subscribe, () => window.location.pathname);

/** What stands after the question mark, without it. */
export const useSearch = (): string => useSyncExternalStore(subscribe, () => window.location.search.slice(1));

const isPlain = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** Follows a link within the console without loading the page anew; other ways to open it stay the browser's. */
export function follow(event: MouseEvent<HTMLAnchorElement>): void {
  const { origin, href, target } = event.currentTarget;
  if (event.defaultPrevented || !isPlain(event) || origin !== window.location.origin || target === '_blank') return;
  event.preventDefault();
  navigate(href);
}

/** A link to an address of the console. */
export function Link(props: AnchorHTMLAttributes<HTMLAnchorElement>) {
  return <a {...props} onClick={follow} />;
}
