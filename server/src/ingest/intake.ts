import { setImmediate } from 'node:timers/promises';
import type pg from 'pg';
import { databaseFailure } from '../http/database-failure.js';
import { withTenant } from '../database/session.js';
import { isRejection, parseRecord, type ParsedRecord } from '../facts/record.js';
import { type Batch, type FactStore, prepareBatch } from '../facts/store.js';
import { addTallies, type Tallies, tallyOf } from '../facts/tally.js';
import { together } from '../together.js';
import { Coalescer } from './coalescer.js';
import { namer } from './nameless.js';
import { entriesOf, quarantine, shownId, type Refused } from './quarantine.js';
import type { TenantRegister } from './tenant-traits.js';
import { countRecords } from './intake-metrics.js';

/** One refused record of a request. */
export interface RejectedItem {
  readonly index: number;
  readonly id?: string;
  readonly code: string;
  readonly field?: string;
  readonly message: string;
  /** Where it waits. */
  readonly quarantine: string;
}

/** What became of a request: stored + duplicates + rejected is what was sent. */
export interface IntakeAnswer {
  readonly stored: number;
  readonly duplicates: number;
  readonly rejected: readonly RejectedItem[];
}

/** Something that could not even be read as a record, in the place of one. */
export class Unreadable {
  constructor(
    readonly raw: string,
    readonly code: string,
    readonly message: string,
  ) {}
}

interface Job {
  readonly records: readonly ParsedRecord[];
  readonly entries: ReturnType<typeof entriesOf>;
}

/** Records of one transaction: what a statement carries well. */
const transactionRecords = 5_000;
/** Beyond this many waiting records of one tenant a sender is told to come back. */
const mostWaiting = 100_000;
/**
 * From so many waiting records on, the next transaction is made ready while one runs, and sent: it waits in the database for its
 * turn, and no turn is lost on the way there.
 */
const worthPreparing = 2_000;
/** So many records are read at a stretch: one or two milliseconds. */
const breath = 100;
const retries = 3;
const nothing: Promise<ReadonlySet<ParsedRecord>> = Promise.resolve(new Set());

/**
 * The way in, for every sender: reads, merges, derives and quarantines; resolves only when all of it is on disk.
 * Requests of one tenant that arrive while it writes share the next transaction.
 */
export class Intake {
  private readonly writers = new Map<number, Coalescer<Job, Batch, number>>();

  constructor(
    private readonly pool: pg.Pool,
    private readonly facts: FactStore,
    private readonly tenants: TenantRegister,
  ) {}

  /**
   * Takes records as they were sent, in order.
   * @throws Problem overloaded when too much waits already
   */
  async accept(request: { tenant: number; source: string; records: readonly unknown[] }): Promise<IntakeAnswer> {
    const { tenant, source, records } = request;
    const traits = await this.tenants.traits(tenant);
    const nameless = namer();
    let stored = 0;
    const rejected: RejectedItem[] = [];
    for (let from = 0; from < records.length || from === 0; from += transactionRecords) {
      const read: ParsedRecord[] = [];
      const refused: (Refused & { index: number })[] = [];
      for (const [offset, raw] of records.slice(from, from + transactionRecords).entries()) {
        const index = from + offset;
        // Transactions that go on meanwhile wait for the service at every step.
        if (offset % breath === breath - 1) await setImmediate();
        if (raw instanceof Unreadable) {
          refused.push({ index, source, raw: raw.raw, code: raw.code, message: raw.message });
          continue;
        }
        const parsed = parseRecord(raw, { source, now: Date.now(), nameless, ...traits });
        if (isRejection(parsed)) refused.push({ index, source, raw, ...parsed });
        else read.push(parsed);
      }
      const entries = entriesOf(tenant, refused);
      stored += await this.writerOf(tenant).submit({ records: read, entries }, read.length);
      for (const [i, { index, code, message, field }] of refused.entries()) {
        const entry = entries[i];
        if (!entry) continue;
        rejected.push({
          index,
          ...(entry.recordId === null ? {} : { id: entry.recordId }),
          code,
          ...(field === undefined ? {} : { field }),
          message,
          quarantine: shownId(entry.id),
        });
      }
    }
    const answer = { stored, duplicates: records.length - rejected.length - stored, rejected };
    countRecords(answer);
    return answer;
  }

  /** Puts rows in quarantine that never became records. */
  async refuse(rows: readonly (Refused & { tenant: number })[]): Promise<void> {
    for (const tenant of new Set(rows.map((row) => row.tenant))) {
      const entries = entriesOf(
        tenant,
        rows.filter((row) => row.tenant === tenant),
      );
      await withTenant(this.pool, tenant, (client) =>
        together([quarantine(client, tenant, entries), addTallies(client, tenant, rejections(entries))]),
      );
    }
  }

  private writerOf(tenant: number): Coalescer<Job, Batch, number> {
    let writer = this.writers.get(tenant);
    if (!writer) {
      writer = new Coalescer({
        most: transactionRecords,
        mostWaiting,
        early: worthPreparing,
        atOnce: 2,
        prepare: (jobs) => prepareBatch(jobs.flatMap((job) => job.records)),
        run: (jobs, batch) => this.write(tenant, jobs, batch),
        isHopeless: (error) => databaseFailure(error) === 'database_unavailable',
        onIdle: () => this.writers.delete(tenant),
      });
      this.writers.set(tenant, writer);
    }
    return writer;
  }

  /** @returns how many records of each job changed something */
  private async write(tenant: number, jobs: readonly Job[], batch: Batch): Promise<number[]> {
    const entries = new Map(jobs.flatMap((job) => job.entries).map((entry) => [entry.id, entry]));
    const traits = await this.tenants.traits(tenant);
    for (let attempt = 1; ; attempt++) {
      try {
        const duplicates = await withTenant(this.pool, tenant, async (client) => {
          // Tallies come after the turn that storing takes: who holds their rows waits for nobody any more.
          const [, unchanged] = await together([
            quarantine(client, tenant, [...entries.values()]),
            batch.length === 0 ? nothing : this.facts.store(client, tenant, batch, traits),
            addTallies(client, tenant, rejections(jobs.flatMap((job) => job.entries))),
          ]);
          return unchanged;
        });
        return jobs.map((job) => job.records.filter((record) => !duplicates.has(record)).length);
      } catch (error) {
        if (attempt >= retries || !isPassing(error)) throw error;
      }
    }
  }
}

function rejections(entries: readonly { source: string }[]): Tallies {
  const tallies: Tallies = new Map();
  for (const { source } of entries) tallyOf(tallies, source).rejected += 1;
  return tallies;
}

/** A deadlock or a serialisation failure: the same transaction may succeed at once. */
function isPassing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '40P01' || error.code === '40001');
}
