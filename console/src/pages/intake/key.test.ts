import { describe, expect, it } from '@jest/globals';
import { KeyInput } from '../../../../server/src/tenants/key.schema.js';
import { type Key, keyInput, stateOf } from './key.js';

const now = Date.UTC(2100, 0, 1);
const at = (ms: number) => new Date(now + ms).toISOString();
const key = (changed: Partial<Key>): Key => ({
  id: '1', name: 'pbx', scopes: ['ingest'], source: 'pbx', createdAt: at(-9), expiresAt: null, lastUsedAt: null, revokedAt: null,
  ...changed,
}); // prettier-ignore

describe('stateOf', () => {
  it.each([
    [{}, 'active'],
    [{ expiresAt: at(1) }, 'active'],
    [{ expiresAt: at(0) }, 'expired'],
    [{ revokedAt: at(-1) }, 'revoked'],
    [{ revokedAt: at(-1), expiresAt: at(-2) }, 'revoked'],
  ])('%j: %s', (changed, state) => {
    expect(stateOf(key(changed), now)).toBe(state);
  });
});

describe('keyInput', () => {
  it('leaves out what was not typed in', () => {
    const input = keyInput({ name: ' pbx ', scopes: ['ingest', 'read'], source: ' ', expiresIn: null }, now);
    expect(input).toEqual({ name: 'pbx', scopes: ['ingest', 'read'], expiresAt: null });
    expect(KeyInput.safeParse(input).error).toBeUndefined();
  });

  it('counts days from now', () => {
    const input = keyInput({ name: 'pbx', scopes: ['read'], source: 'pbx-1', expiresIn: 30 }, now);
    expect(input).toEqual({ name: 'pbx', scopes: ['read'], source: 'pbx-1', expiresAt: '2100-01-31T00:00:00.000Z' });
    expect(KeyInput.safeParse(input).error).toBeUndefined();
  });
});
