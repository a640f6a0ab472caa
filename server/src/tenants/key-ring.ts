import { timingSafeEqual } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type pg from 'pg';
import { APP_POOL } from '../database/app-pool.js';
import { PLATFORM_TENANT } from '../database/session.js';
import type { Caller } from './caller.js';
import { digestKey } from './key.js';
import { findKey, touchKey, type KnownKey } from './key-lookup.js';
import { PLATFORM_KEYS, type PlatformKeys } from './platform-key.js';
import { toSettings } from './settings.schema.js';

/** How long another instance may still honour a key that was revoked here. */
const REMEMBERED_MS = 5_000;
const TOUCHED_MS = 60_000;
/** Beyond that many the memory begins anew: wrong keys must not fill it. */
const MOST_REMEMBERED = 10_000;

const PLATFORM_CALLER: Caller = {
  tenant: PLATFORM_TENANT,
  slug: '',
  scopes: ['admin'],
  source: '',
  timeZone: 'UTC',
  weekStart: 'monday',
  settings: toSettings({}),
  platform: true,
};

/** Who a key belongs to, remembered for a few seconds. */
@Injectable()
export class KeyRing {
  private readonly logger = new Logger(KeyRing.name);
  private readonly known = new Map<string, { key: KnownKey | undefined; until: number }>();
  private readonly touched = new Map<string, number>();

  constructor(
    @Inject(APP_POOL) private readonly pool: pg.Pool,
    @Inject(PLATFORM_KEYS) private readonly platform: PlatformKeys,
  ) {}

  /** The caller of a valid key; nothing for an unknown, revoked or expired one. */
  async identify(text: string): Promise<Caller | undefined> {
    return this.identifyDigest(digestKey(text));
  }

  /** The same for the digest of a key. */
  async identifyDigest(digest: Buffer): Promise<Caller | undefined> {
    if (this.platform.digests.some((own) => timingSafeEqual(own, digest))) return PLATFORM_CALLER;
    const key = await this.recall(digest);
    if (key === undefined || (key.expiresAt !== null && key.expiresAt <= Date.now())) return undefined;
    this.touch(key);
    return key.caller;
  }

  /** Forgets everything: a key or its tenant was changed. */
  forget(): void {
    this.known.clear();
  }

  private async recall(digest: Buffer): Promise<KnownKey | undefined> {
    const name = digest.toString('base64');
    const remembered = this.known.get(name);
    if (remembered !== undefined && remembered.until > Date.now()) return remembered.key;
    const key = await findKey(this.pool, digest);
    if (this.known.size >= MOST_REMEMBERED) this.known.clear();
    this.known.set(name, { key, until: Date.now() + REMEMBERED_MS });
    return key;
  }

  /** Not awaited: a request does not wait for book-keeping, nor fail with it. */
  private touch({ id, caller }: KnownKey): void {
    const now = Date.now();
    if ((this.touched.get(id) ?? 0) > now - TOUCHED_MS) return;
    if (this.touched.size >= MOST_REMEMBERED) this.touched.clear();
    this.touched.set(id, now);
    touchKey(this.pool, caller.tenant, id).catch((error: Error) => this.logger.debug(error.message));
  }
}
