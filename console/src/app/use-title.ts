import { useEffect } from 'react';

/** Names what is shown in the browser's tabs, history and bookmarks. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Switchboard`;
  }, [title]);
}
