import { hash } from 'node:crypto';

const timeOrderedUuid = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-/i;

/** FNV-1a over UTF-16 units: cheap, and only locality depends on it. */
function scatter(text: string): number {
  let state = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193);
  return state >>> 0;
}

/**
 * The stored identity of a thing within its tenant and kind: 32 hex digits. Twelve bytes are the digest of (source, id);
 * the first four keep near ids near each other, so that a batch touches few index pages.
 */
export function keyOf(source: string, id: string): string {
  const near = timeOrderedUuid.test(id) ? id.slice(0, 8) : id.slice(0, -3);
  const prefix = scatter(`${source}\u0000${near}`).toString(16).padStart(8, '0');
  return prefix + hash('sha256', `${source}\u0000${id}`, 'hex').slice(0, 24);
}
