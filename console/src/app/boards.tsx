import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { api, isAborted } from './api.js';
import { useWhoami } from './session.js';

/** A board in the list: `GET /api/v1/boards`. */
export interface BoardEntry {
  uid: string;
  title: string;
  description: string | null;
  /** Boards of one folder stand together. */
  folder: string;
  tags: string[];
}

const Context = createContext<readonly BoardEntry[] | undefined>(undefined);

/** Asks once which boards there are. */
export function BoardsProvider({ children }: { children: ReactNode }) {
  const { scopes } = useWhoami();
  const mayRead = scopes.includes('read');
  const [boards, setBoards] = useState<readonly BoardEntry[]>();
  useEffect(() => {
    if (!mayRead) {
      setBoards([]);
      return;
    }
    const given = new AbortController();
    api
      .get<{ items: BoardEntry[] }>('/api/v1/boards', { signal: given.signal })
      .then(({ items }) => setBoards(items))
      .catch((error: unknown) => {
        if (!isAborted(error)) setBoards([]);
      });
    return () => given.abort();
  }, [mayRead]);
  return <Context value={boards}>{children}</Context>;
}

/** The boards in the order they are shown; nothing while they are being asked for. */
export const useBoards = (): readonly BoardEntry[] | undefined => useContext(Context);
