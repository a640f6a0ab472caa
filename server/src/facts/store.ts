import { setImmediate } from 'node:timers/promises';
import type pg from 'pg';
import { together } from '../together.js';
import { derive } from './derive/derive.js';
import { hasReceipts } from './derive/receipts.js';
import { nothingTouched, refer, touch } from './derive/touched.js';
import { TableGrowth } from './growth.js';
import type { Kind } from './kind.js';
import { countingTime } from './merge.js';
import { encodeEach } from './pg-array.js';
import type { ParsedRecord } from './record.js';
import { addTallies, type Tallies, tallyOf, tallyRecord } from './tally.js';
import { insert, merge, prepare, type PreparedKind } from './write.js';

/** Class of the advisory locks by which the writers of one tenant take turns. */
const writerLock = 7_301;

/**
 * Every table of a deriving statement is reached by an array of keys, so that hash joins between the pieces are always
 * right. A nested loop is chosen only when the planner thinks that a batch is one row, and then it is quadratic.
 */
const takeTurn = `select pg_advisory_xact_lock($1, $2), set_config('enable_nestloop', 'off', true)`;

interface Disagreement {
  kind: string;
  k: string;
  field: string;
  lost: string;
}

function byKind(records: readonly ParsedRecord[]): Map<Kind, ParsedRecord[]> {
  const groups = new Map<Kind, ParsedRecord[]>();
  for (const record of records) {
    const group = groups.get(record.kind);
    if (group) group.push(record);
    else groups.set(record.kind, [record]);
  }
  return groups;
}

async function listConflicts(client: pg.PoolClient, tenant: number, found: readonly Disagreement[]): Promise<void> {
  if (found.length === 0) return;
  const texts = (of: (one: Disagreement) => string) => encodeEach('text', found, of);
  await client.query({
    name: 'list conflicts',
    text: `insert into conflict (tenant, kind, k, field, lost)
select $1, x.* from unnest($2::text[], $3::uuid[], $4::text[], $5::text[]) x(kind, k, field, lost)
on conflict do nothing`,
    values: [
      tenant,
      texts(({ kind }) => kind),
      encodeEach('uuid', found, ({ k }) => k),
      texts(({ field }) => field),
      texts(({ lost }) => lost),
    ],
  });
}

/** Records of one tenant, kind by kind, ready to be written. */
export type Batch = readonly PreparedKind[];

/** Does all that needs no database, so that it can be done while another transaction runs; lets that one speak in between. */
export async function prepareBatch(records: readonly ParsedRecord[]): Promise<Batch> {
  const batch: PreparedKind[] = [];
  for (const [kind, group] of byKind(records)) {
    batch.push(prepare(kind, group));
    await setImmediate();
  }
  return batch;
}

/** Writes a database's facts; one per process and database. */
export class FactStore {
  private readonly growth = new TableGrowth();

  /**
   * Merges records into a tenant's facts and recomputes what derives from them, in the caller's transaction. Writers of
   * one tenant take turns by an advisory lock that ends with the transaction: what a statement reads after it is all
   * there is.
   * @returns the duplicates: records that changed nothing
   */
  async store(
    client: pg.PoolClient,
    tenant: number,
    batch: Batch,
    settings: { idleGapMs: number },
  ): Promise<ReadonlySet<ParsedRecord>> {
    const [, receipts, ...present] = await together([
      client.query(takeTurn, [writerLock, tenant]),
      hasReceipts(client, tenant),
      ...batch.map((kind) => insert(client, tenant, kind)),
    ]);
    const outcomes = await together(batch.map((kind, i) => merge(client, tenant, kind, present[i] ?? new Set())));
    const duplicates = new Set<ParsedRecord>();
    const touched = nothingTouched();
    const conflicts: Disagreement[] = [];
    const tallies: Tallies = new Map();
    for (const { kind, written, ...outcome } of outcomes) {
      await this.growth.inserted(client, tenant, kind.name, written.filter(({ before }) => before === null).length);
      for (const record of outcome.duplicates) duplicates.add(record);
      touch(touched, kind, written, (state) => countingTime(kind, state));
      for (const { k, source, field, lost } of outcome.conflicts) {
        conflicts.push({ kind: kind.name, k, field, lost: JSON.stringify(lost) });
        tallyOf(tallies, source).conflicts += 1;
      }
    }
    const arrived = Date.now();
    for (const { facts } of batch) {
      for (const { records } of facts) {
        for (const record of records) {
          const isStored = !duplicates.has(record);
          tallyRecord(tallies, record, isStored, arrived);
          if (isStored) refer(touched, record);
        }
      }
    }
    await together([
      derive(
        client,
        tenant,
        touched,
        { ...settings, hasReceipts: receipts || touched.receipts.length > 0 },
        this.growth,
      ),
      listConflicts(client, tenant, conflicts),
      addTallies(client, tenant, tallies),
    ]);
    return duplicates;
  }
}
