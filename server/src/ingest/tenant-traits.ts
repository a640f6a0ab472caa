import { createHmac } from 'node:crypto';
import type pg from 'pg';
import { PLATFORM_TENANT, withTenant } from '../database/session.js';
import { toSettings, type StoredSettings } from '../tenants/settings.schema.js';

/** What reading and deriving a tenant's records depends on. */
export interface TenantTraits {
  readonly idleGapMs: number;
  readonly keepTexts: boolean;
  /** Keyed hash of a telephone number or address, 32 hexadecimal digits; equal however the number is punctuated. */
  readonly hashPersonal: (value: string) => string;
}

const freshMs = 5_000;
const punctuation = /[\s()./-]/g;
/** Numbers repeat within a batch: a busy line appears in thousands of calls. */
const remembered = 50_000;

function hasher(key: Buffer): (value: string) => string {
  const known = new Map<string, string>();
  return (value) => {
    const plain = value.includes('@') ? value.trim().toLowerCase() : value.replace(punctuation, '');
    let digest = known.get(plain);
    if (digest === undefined) {
      digest = createHmac('sha256', key).update(plain).digest('hex').slice(0, 32);
      if (known.size >= remembered) known.clear();
      known.set(plain, digest);
    }
    return digest;
  };
}

/** Looks tenants up, at most once in five seconds each. */
export class TenantRegister {
  private readonly cache = new Map<number, { until: number; traits: TenantTraits; key: string }>();

  constructor(private readonly pool: pg.Pool) {}

  /** @throws Error when there is no such tenant */
  async traits(tenant: number): Promise<TenantTraits> {
    const held = this.cache.get(tenant);
    if (held && held.until > Date.now()) return held.traits;
    const { rows } = await withTenant(
      this.pool,
      PLATFORM_TENANT,
      (client) =>
        client.query<{ hash_key: Buffer; settings: StoredSettings }>(
          'select hash_key, settings from tenant where tenant = $1',
          [tenant],
        ),
      { readOnly: true },
    );
    const [row] = rows;
    if (!row) throw new Error(`There is no tenant ${tenant}.`);
    const settings = toSettings(row.settings);
    const key = row.hash_key.toString('hex');
    const traits: TenantTraits = {
      idleGapMs: settings.idleGapSeconds * 1000,
      keepTexts: settings.keepTexts,
      hashPersonal: held?.key === key ? held.traits.hashPersonal : hasher(row.hash_key),
    };
    this.cache.set(tenant, { until: Date.now() + freshMs, traits, key });
    return traits;
  }
}
