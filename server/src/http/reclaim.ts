import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { z } from 'zod';

setFlagsFromString('--expose-gc');
const isFunction = (value: unknown): boolean => typeof value === 'function';
const collect = z.custom<(options?: { type: 'minor' }) => void>(isFunction).parse(runInNewContext('gc'));
/** Reading so much takes many times as long as a look at what is young. */
const DISCARDED_AT_MOST = 8 * 1024 * 1024;

let discarded = 0;

/**
 * Gives the memory of a refused body back now. The engine counts buffers outside of its heap late: 64 MB and more of them
 * pile up before it looks, so senders of bodies without end could hold what the limits forbid.
 */
export function reclaimRefused(): void {
  collect();
}

/** The same for bytes that were read to be thrown away: they are young, so that a quick look suffices. */
export function reclaimDiscarded(bytes: number): void {
  discarded += bytes;
  if (discarded < DISCARDED_AT_MOST) return;
  discarded = 0;
  collect({ type: 'minor' });
}
