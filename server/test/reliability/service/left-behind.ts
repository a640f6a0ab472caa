/**
 * Sees to it that nothing outlives a proof that is broken off (Ctrl-C, a failure): the work is done when the program exits,
 * so it must not wait for anything.
 * @returns takes the work back, once it was done in good order
 */
export function onExit(work: () => void): () => void {
  process.once('exit', work);
  return () => process.removeListener('exit', work);
}
