import { hash, timingSafeEqual } from 'node:crypto';
import type { Delivery } from './provider.js';

/** How far the time of a signature may lie from ours, either way. */
const TOLERANCE_MS = 300_000;
const SECONDS = /^\d{1,11}$/;

/** A header that was sent once; nothing where it is missing. */
export function headerOf({ headers }: Delivery, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : undefined;
}

/**
 * Whether two texts are the same, in a time that says nothing about where they differ. Signatures are compared as text:
 * several base64 texts are read as the same bytes.
 */
export function isSame(one: string, other: string): boolean {
  return timingSafeEqual(hash('sha256', one, 'buffer'), hash('sha256', other, 'buffer'));
}

/** Whether a time in epoch seconds, as text, is that of the arrival, give or take five minutes. */
export function isTimely(seconds: string, { at }: Delivery): boolean {
  return SECONDS.test(seconds) && Math.abs(Number(seconds) * 1000 - at) <= TOLERANCE_MS;
}
