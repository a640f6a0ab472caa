import type pg from 'pg';

/** Above this many rows the database's own schedule is soon enough. */
const settled = 200_000;
const smallest = 50;

/**
 * Keeps PostgreSQL's statistics in step with fast growing tables. A new table has none, and plans made for an empty table
 * compare every row with every row: a first batch of 5,000 records would take minutes. So a table is analysed, inside
 * the writing transaction, whenever it has grown fourfold since it was last looked at.
 */
export class TableGrowth {
  private readonly tables = new Map<string, { known: number; since: number }>();

  /** To be called after `inserted` rows went into `fact.<table>`, before statements that join it. */
  async inserted(client: pg.PoolClient, table: string, inserted: number): Promise<void> {
    if (inserted === 0) return;
    let growth = this.tables.get(table);
    if (!growth) {
      const { rows } = await client.query<{ known: number }>(
        'select greatest(reltuples, 0)::float8 as known from pg_class where oid = $1::regclass',
        [`fact.${table}`],
      );
      growth = { known: rows[0]?.known ?? 0, since: 0 };
      this.tables.set(table, growth);
    }
    growth.since += inserted;
    if (growth.known > settled || growth.since < Math.max(smallest, 3 * growth.known)) return;
    await client.query('select fact.analyse($1)', [table]);
    growth.known += growth.since;
    growth.since = 0;
  }
}
