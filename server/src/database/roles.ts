import type pg from 'pg';

/** Tables of public and fact that have a tenant column: each must be walled off by it. */
const WALLED_TABLES = `
  select c.oid, n.nspname || '.' || c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
         a.attnum = (select i.indkey[0] from pg_index i where i.indrelid = c.oid and i.indisprimary) as leads
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant' and not a.attisdropped
   where n.nspname in ('public', 'fact') and c.relkind in ('r', 'p') and not c.relispartition
   order by name`;

/**
 * Refuses to start on a database where one tenant could see another: the application role must be bound by row-level
 * security, and every table with a tenant column must have it forced and lead its primary key with the tenant.
 * @throws one sentence that names the role or the tables
 */
export async function checkRoles(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string; rolsuper: boolean; rolbypassrls: boolean; owned: string | null }>(
    `select r.rolname as name, r.rolsuper, r.rolbypassrls,
            (select min(c.relname) from pg_class c where c.relowner = r.oid and c.relkind in ('r', 'p')) as owned
       from pg_roles r
      where r.rolname = current_user`,
  );
  const role = rows[0];
  if (role === undefined) throw new Error('The database does not say which role the service works as.');
  if (role.rolsuper) throw new Error(`The service must not work as the superuser "${role.name}".`);
  if (role.rolbypassrls)
    throw new Error(`The role "${role.name}" may bypass row-level security: take that right away.`);
  if (role.owned !== null) throw new Error(`The role "${role.name}" owns the table "${role.owned}": change its owner.`);
  await checkTables(pool);
}

async function checkTables(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string; forced: boolean; leads: boolean | null }>(WALLED_TABLES);
  const open = rows.filter((table) => !table.forced).map((table) => table.name);
  if (open.length > 0) throw new Error(`Row-level security is not forced on ${open.join(', ')}.`);
  const astray = rows.filter((table) => table.leads !== true).map((table) => table.name);
  if (astray.length > 0) throw new Error(`The primary key of ${astray.join(', ')} does not begin with the tenant.`);
}
