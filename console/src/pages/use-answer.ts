import { type DependencyList, useCallback, useEffect, useState } from 'react';
import { isAborted } from '../app/api.js';

/** What a question to the service has come to. */
export interface Answered<Answer> {
  /** The last answer; it stays while the next is being waited for. */
  readonly answer: Answer | undefined;
  /** Why there is no answer to the latest question. */
  readonly error: unknown;
  readonly isWaiting: boolean;
  /** Asks again. */
  readonly reload: () => void;
}

type Given<Answer> = Omit<Answered<Answer>, 'reload'>;

/** Asks when the page is shown and whenever a dependency changes; an older question is given up. */
export function useAnswer<Answer>(
  ask: (signal: AbortSignal) => Promise<Answer>,
  dependencies: DependencyList,
): Answered<Answer> {
  const [given, setGiven] = useState<Given<Answer>>({ answer: undefined, error: undefined, isWaiting: true });
  const [count, setCount] = useState(0);
  useEffect(() => {
    const asking = new AbortController();
    setGiven((before) => ({ ...before, isWaiting: true }));
    ask(asking.signal)
      .then((answer) => {
        if (!asking.signal.aborted) setGiven({ answer, error: undefined, isWaiting: false });
      })
      .catch((error: unknown) => {
        if (!asking.signal.aborted && !isAborted(error)) setGiven({ answer: undefined, error, isWaiting: false });
      });
    return () => asking.abort();
  }, [count, ...dependencies]);
  const reload = useCallback(() => setCount((before) => before + 1), []);
  return { ...given, reload };
}
