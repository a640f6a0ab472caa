import type pg from 'pg';
import { derive } from './derive/derive.js';
import { nothingTouched, refer, touch } from './derive/touched.js';
import { TableGrowth } from './growth.js';
import type { Kind } from './kind.js';
import { kinds } from './kinds.js';
import { countingTime } from './merge.js';
import { encodeArray } from './pg-array.js';
import type { ParsedRecord } from './record.js';
import { writeKind, type WriteOutcome } from './write.js';

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
  for (const kind of kinds.values()) groups.set(kind, []);
  for (const record of records) groups.get(record.kind)?.push(record);
  return groups;
}

async function listConflicts(client: pg.PoolClient, tenant: number, found: readonly Disagreement[]): Promise<void> {
  if (found.length === 0) return;
  const texts = (of: (one: Disagreement) => string) => encodeArray('text', found.map(of));
  await client.query({
    name: 'list conflicts',
    text: `insert into conflict (tenant, kind, k, field, lost)
select $1, x.* from unnest($2::text[], $3::uuid[], $4::text[], $5::text[]) x(kind, k, field, lost)
on conflict do nothing`,
    values: [
      tenant,
      texts(({ kind }) => kind),
      encodeArray(
        'uuid',
        found.map(({ k }) => k),
      ),
      texts(({ field }) => field),
      texts(({ lost }) => lost),
    ],
  });
}

/** Writes a database's facts; one per process and database. */
export class FactStore {
  private readonly growth = new TableGrowth();

  /**
   * Merges records into a tenant's facts and recomputes what derives from them, in the caller's transaction. Writers of
   * one tenant take turns by an advisory lock that ends with the transaction: what a statement reads after it is all
   * there is.
   * @returns the records that changed something; the others are duplicates
   */
  async store(
    client: pg.PoolClient,
    tenant: number,
    records: readonly ParsedRecord[],
    settings: { idleGapMs: number },
  ): Promise<ReadonlySet<ParsedRecord>> {
    await client.query(takeTurn, [writerLock, tenant]);
    const stored = new Set<ParsedRecord>();
    const touched = nothingTouched();
    const conflicts: Disagreement[] = [];
    for (const [kind, group] of byKind(records)) {
      if (group.length === 0) continue;
      const outcome: WriteOutcome = await writeKind(client, kind, tenant, group);
      await this.growth.inserted(client, kind.name, outcome.written.filter(({ before }) => before === null).length);
      for (const record of outcome.stored) stored.add(record);
      const sources = new Map(group.map(({ k, source }) => [k, source]));
      touch(
        touched,
        kind,
        outcome.written,
        (k) => sources.get(k) ?? '',
        (state) => countingTime(kind, state),
      );
      for (const { k, field, lost } of outcome.conflicts) {
        conflicts.push({ kind: kind.name, k, field, lost: JSON.stringify(lost) });
      }
    }
    refer(touched, stored);
    await derive(client, tenant, touched, settings, this.growth);
    await listConflicts(client, tenant, conflicts);
    return stored;
  }
}
