type Answers<T extends readonly Promise<unknown>[]> = { -readonly [I in keyof T]: Awaited<T[I]> };

/**
 * Waits for statements that were sent without waiting for each other. Where some fail it throws what the first of them
 * said, in the order of sending: the later ones only learn that the transaction is lost.
 */
export async function together<const T extends readonly Promise<unknown>[]>(sent: T): Promise<Answers<T>> {
  const ended = await Promise.allSettled(sent);
  const failed = ended.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
  return ended.map((one) => (one.status === 'fulfilled' ? one.value : undefined)) as Answers<T>;
}
