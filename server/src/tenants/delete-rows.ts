import type { EntityManager } from 'typeorm';

/** Deletes every row of a tenant, in whichever table that has a tenant column, its own row last. */
export async function deleteRows(manager: EntityManager, tenant: number): Promise<void> {
  // As that tenant: the platform sees who is there, not what they sent.
  await manager.query("select set_config('statement_timeout', '0', true), set_config('app.tenant', $1, true)", [
    String(tenant),
  ]);
  const tables: { name: string }[] = await manager.query(
    `select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name
       from pg_class c
       join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant' and not a.attisdropped
      where c.relkind in ('r', 'p') and not c.relispartition
        and has_table_privilege(c.oid, 'delete')
        and n.nspname not in ('pg_catalog', 'information_schema')
      order by c.oid = 'public.tenant'::regclass, name`,
  );
  for (const { name } of tables) await manager.query(`delete from ${name} where tenant = $1`, [tenant]);
}
