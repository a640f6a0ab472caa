import { useCallback, useEffect, useState } from 'react';
import { ApiError, isAborted } from './api.js';

/** The state of a question: on its way, failed with the way to ask again, or answered. */
export type Asked<Answer> =
  | { is: 'asking' }
  | { is: 'failed'; error: unknown; status: number | undefined; retry: () => void }
  | { is: 'answered'; answer: Answer };

/** Asks as soon as it is shown and whenever the key changes, and gives up what is no longer wanted. */
export function useAsked<Answer>(key: string, ask: (signal: AbortSignal) => Promise<Answer>): Asked<Answer> {
  const [settled, setSettled] = useState<{ key: string; state: Asked<Answer> }>();
  const [attempt, setAttempt] = useState(0);
  const retry = useCallback(() => {
    setSettled(undefined);
    setAttempt((count) => count + 1);
  }, []);
  useEffect(() => {
    const given = new AbortController();
    ask(given.signal).then(
      (answer) => setSettled({ key, state: { is: 'answered', answer } }),
      (error: unknown) => {
        if (isAborted(error)) return;
        const status = error instanceof ApiError ? error.status : undefined;
        setSettled({ key, state: { is: 'failed', error, status, retry } });
      },
    );
    return () => given.abort();
    // The key says what is asked; the function is made anew with every drawing.
  }, [key, attempt]);
  return settled?.key === key ? settled.state : { is: 'asking' };
}
