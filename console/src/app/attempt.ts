import { useState } from 'react';

/**
 * Runs what a button does, and keeps why it failed.
 * @returns busy stays true after a success: what the button stood in is about to close
 */
export function useAttempt() {
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  async function attempt(act: () => Promise<void>): Promise<void> {
    setBusy(true);
    setError(undefined);
    try {
      await act();
    } catch (caught) {
      setError(caught);
      setBusy(false);
    }
  }
  return { attempt, busy, error };
}
