import type pg from 'pg';

/** Above this many rows of a tenant the database's own schedule is soon enough. */
const settled = 200_000;
const smallest = 1_000;

/**
 * Keeps PostgreSQL's statistics in step with fast growing tables. A new table has none, and a new tenant in a large table is
 * not in them: plans made for nothing compare every row with every row, and a question of seconds takes minutes. So a table is
 * analysed, inside the writing transaction, whenever a tenant's part of it has grown eightfold since it was last looked at.
 */
export class TableGrowth {
  private readonly parts = new Map<string, { known: number; since: number }>();

  /** To be called after `inserted` rows of the tenant went into `fact.<table>`, before statements that join it. */
  async inserted(client: pg.PoolClient, tenant: number, table: string, inserted: number): Promise<void> {
    if (inserted === 0) return;
    const key = `${tenant} ${table}`;
    let growth = this.parts.get(key);
    if (!growth) {
      const { rows } = await client.query<{ rows: number }>(
        `select count(*)::float8 as rows from (select from fact.${table} where tenant = $1 limit $2) part`,
        [tenant, settled + inserted + 1],
      );
      growth = { known: Math.max(0, (rows[0]?.rows ?? 0) - inserted), since: 0 };
      this.parts.set(key, growth);
    }
    growth.since += inserted;
    if (growth.known > settled || growth.since < Math.max(smallest, 7 * growth.known)) return;
    await client.query('select fact.analyse($1)', [table]);
    growth.known += growth.since;
    growth.since = 0;
  }
}
