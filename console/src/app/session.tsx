import type { WeekStart } from '@switchboard/viz';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { api, ApiError, onSignedOut } from './api.js';

/** Who is signed in: `GET /api/v1/session`. */
export interface Whoami {
  /** null: the platform's administration, which has no boards. */
  tenant: string | null;
  scopes: ('ingest' | 'read' | 'admin')[];
  timeZone: string;
  weekStart: WeekStart;
  newestRecord: string | null;
  version: string;
  /** Where Grafana shows the same boards; null where there is none. */
  grafana: string | null;
  /** Where others reach the service; null where nobody said. */
  publicUrl: string | null;
}

type State =
  { is: 'loading' } | { is: 'signed out' } | { is: 'signed in'; whoami: Whoami } | { is: 'failed'; error: unknown };

interface Session {
  state: State;
  /** Asks again who is signed in. */
  reload: () => Promise<void>;
  /** @throws ApiError for a wrong key, or too many of them */
  signIn: (key: string) => Promise<void>;
  signOut: () => Promise<void>;
}

const Context = createContext<Session | undefined>(undefined);

/** Keeps who is signed in for everything below. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const [state, setState] = useState<State>({ is: 'loading' });
  const reload = useCallback(async () => {
    try {
      setState({ is: 'signed in', whoami: await api.get<Whoami>('/api/v1/session') });
    } catch (error) {
      setState(error instanceof ApiError && error.status === 401 ? { is: 'signed out' } : { is: 'failed', error });
    }
  }, []);
  useEffect(() => {
    onSignedOut(() => setState({ is: 'signed out' }));
    void reload();
  }, [reload]);
  const session = useMemo<Session>(
    () => ({
      state,
      reload,
      signIn: async (key) => {
        await api.post('/api/v1/session', { body: { key } });
        await reload();
      },
      signOut: async () => {
        await api.delete('/api/v1/session');
        setState({ is: 'signed out' });
      },
    }),
    [state, reload],
  );
  return <Context value={session}>{children}</Context>;
}

/** The session: whether somebody is signed in, and how to change that. */
export function useSession(): Session {
  const session = useContext(Context);
  if (session === undefined) throw new Error('There is no session around this.');
  return session;
}

/** Who is signed in; only below the shell, which shows nothing else. */
export function useWhoami(): Whoami {
  const { state } = useSession();
  if (state.is !== 'signed in') throw new Error('Nobody is signed in.');
  return state.whoami;
}
