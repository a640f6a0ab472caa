import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type pg from 'pg';
import { APP_POOL } from '../database/app-pool.js';
import { Problem } from '../errors.js';
import { Intake, type IntakeAnswer, Unreadable } from '../ingest/intake.js';
import type { Delivery, Provider } from '../ingest/sources/provider.js';
import { providers } from '../ingest/sources/providers.js';
import { standard } from '../ingest/sources/standard.js';
import { TenantRegister } from '../ingest/tenant-traits.js';
import { type Address, findAddress, type Nobody, touchAddress } from './address.js';

/** Stands for a secret that is not there: nobody knows it, and verifying with it takes as long. */
const DECOY = randomBytes(32);

/**
 * After how many milliseconds a delivery is refused. Finding a connection takes some microseconds longer than finding none, and
 * a thousand refusals would show it: the clock that is waited for began before either was known.
 */
const REFUSED_AFTER_MS = 25;

/** What became of a delivery, and what its provider wants to hear. */
export interface Taken {
  readonly outcome: IntakeAnswer;
  readonly answer: Provider['answer'];
}

/** The way in for providers: a delivery that is authentic becomes records, and those go the way of all records. */
@Injectable()
export class HooksService {
  private readonly logger = new Logger(HooksService.name);

  constructor(
    @Inject(APP_POOL) private readonly pool: pg.Pool,
    private readonly intake: Intake,
    private readonly tenants: TenantRegister,
  ) {}

  /**
   * Takes a delivery; resolves when everything is on disk, what could not be read in quarantine.
   * @throws Problem invalid_signature, the same for an address that is nowhere; overloaded
   */
  async take(id: string, delivery: Delivery): Promise<Taken> {
    const refusal = pause(REFUSED_AFTER_MS, undefined, { ref: false });
    const address = await findAddress(this.pool, id, DECOY);
    const provider = providers.get(address.provider ?? standard.name) ?? standard;
    if (!isAuthentic(provider, delivery, address) || address.tenant === null) {
      await refusal;
      throw new Problem('invalid_signature');
    }
    const { tenant, source } = address;
    const { hashPersonal } = await this.tenants.traits(tenant);
    const records = this.recordsOf(provider, delivery, hashPersonal);
    const outcome = await this.intake.accept({ tenant, source, records });
    if (!address.isUsedLately) this.touch(address);
    return { outcome, answer: provider.answer };
  }

  /** A payload that cannot be read waits in quarantine as a whole, even where that is our fault: sending it again would not help. */
  private recordsOf(
    provider: Provider,
    delivery: Delivery,
    hashPersonal: (value: string) => string,
  ): readonly unknown[] {
    try {
      return provider.toRecords(delivery, { hashPersonal });
    } catch (error) {
      const text = delivery.body.toString('utf8');
      if (error instanceof Problem) return [new Unreadable(text, error.code, error.detail)];
      this.logger.error(error, `The connector ${provider.name} failed at a payload, which is in quarantine`);
      return [new Unreadable(text, 'unreadable', 'The payload could not be read.')];
    }
  }

  /** Not awaited: a provider does not wait for book-keeping, nor fail with it. */
  private touch(address: Address): void {
    touchAddress(this.pool, address).catch((error: Error) => this.logger.debug(error.message));
  }
}

/** Both secrets are always tried, so that the time tells neither how many there are nor which one it was. */
function isAuthentic(provider: Provider, delivery: Delivery, { secret, formerSecret }: Address | Nobody): boolean {
  return [secret, formerSecret].filter((key) => provider.isAuthentic(delivery, key)).length > 0;
}
