import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type pg from 'pg';
import { APP_POOL } from '../database/app-pool.js';
import { Problem } from '../errors.js';
import type { Caller } from '../tenants/caller.js';
import { digestKey } from '../tenants/key.js';
import { KeyRing } from '../tenants/key-ring.js';
import { Attempts } from './attempts.js';
import { readSessionCookie, SESSION_SECONDS } from './session-cookie.js';
import { requireSameOrigin } from './same-origin.js';
import { deleteSession, findSession, insertSession, type KnownSession } from './session-store.js';
import { SITE, type Site } from './site.js';

const REMEMBERED_MS = 5_000;
const MOST_REMEMBERED = 10_000;

/** Who is signed in to the console. A session has no rights of its own: it stands for its key as long as that is in force. */
@Injectable()
export class Sessions {
  private readonly known = new Map<string, { session: KnownSession | undefined; until: number }>();
  private readonly attempts = new Attempts();

  constructor(
    @Inject(APP_POOL) private readonly pool: pg.Pool,
    @Inject(SITE) private readonly site: Site,
    private readonly keys: KeyRing,
  ) {}

  /**
   * Opens a session for a key.
   * @param address whose attempts are counted
   * @returns the token for the browser's cookie
   * @throws Problem invalid_key, too_many_requests
   */
  async open(key: string, address: string): Promise<string> {
    if (this.attempts.isBlocked(address)) throw new Problem('too_many_requests', 'Too many wrong keys: wait a minute.');
    const caller = await this.keys.identify(key);
    if (caller === undefined) {
      this.attempts.failed(address);
      throw new Problem('invalid_key', 'The key is not valid: it may be mistyped, revoked or expired.');
    }
    const token = randomBytes(32).toString('base64url');
    const expiresAt = new Date(Date.now() + SESSION_SECONDS * 1000);
    await insertSession(this.pool, {
      tenant: caller.tenant,
      hash: digestKey(token),
      keyHash: digestKey(key),
      expiresAt,
    });
    return token;
  }

  /**
   * The caller whose session the request's cookie names; nothing without a session in force.
   * @throws Problem cross_site, unsupported_media_type for what another site may have made the browser send
   */
  async identify(request: FastifyRequest): Promise<Caller | undefined> {
    const session = await this.sessionOf(request);
    if (session === undefined) return undefined;
    const caller = await this.keys.identifyDigest(session.keyHash);
    if (caller !== undefined) requireSameOrigin(request, this.site.publicUrl);
    return caller;
  }

  /** When the request's session is over; null where it has none. */
  async expiry(request: FastifyRequest): Promise<string | null> {
    return (await this.sessionOf(request))?.expiresAt.toISOString() ?? null;
  }

  /** Ends the request's session, where it has one. */
  async close(request: FastifyRequest): Promise<void> {
    const token = readSessionCookie(request, this.site.secure);
    if (token === undefined) return;
    const hash = digestKey(token);
    await deleteSession(this.pool, hash);
    this.known.delete(hash.toString('base64'));
  }

  private async sessionOf(request: FastifyRequest): Promise<KnownSession | undefined> {
    const token = readSessionCookie(request, this.site.secure);
    if (token === undefined) return undefined;
    const hash = digestKey(token);
    const name = hash.toString('base64');
    const remembered = this.known.get(name);
    if (remembered === undefined || remembered.until <= Date.now()) {
      const session = await findSession(this.pool, hash);
      if (this.known.size >= MOST_REMEMBERED) this.known.clear();
      this.known.set(name, { session, until: Date.now() + REMEMBERED_MS });
      return session;
    }
    const { session } = remembered;
    return session !== undefined && session.expiresAt.getTime() > Date.now() ? session : undefined;
  }
}
