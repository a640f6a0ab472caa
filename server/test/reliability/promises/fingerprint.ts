import { queryAsOwner } from '../service/owner.js';

/** Every table that holds rows of tenants. */
export async function tenantTables(databaseUrl: string): Promise<string[]> {
  const rows = await queryAsOwner<{ name: string }>(
    databaseUrl,
    `select format('%I.%I', n.nspname, c.relname) as name
       from pg_class c
       join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant' and not a.attisdropped
      where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
      order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** A digest of everything that the tables hold of a tenant, but for when its keys were used last. */
export async function fingerprint(databaseUrl: string, tenant: number): Promise<string> {
  const digests: string[] = [];
  for (const name of await tenantTables(databaseUrl)) {
    const [row] = await queryAsOwner<{ digest: string }>(
      databaseUrl,
      `select count(*) || ' ' || coalesce(md5(string_agg(row, ';' order by row)), '') as digest
         from (select (to_jsonb(t) - 'last_used_at')::text as row from ${name} t where tenant = $1) r`,
      [tenant],
    );
    digests.push(`${name} ${row?.digest}`);
  }
  return digests.join('\n');
}

/** A digest of the schema and of who may do what: tables, columns, policies, functions, roles. */
export async function schemaFingerprint(databaseUrl: string): Promise<string> {
  const [row] = await queryAsOwner<{ digest: string }>(
    databaseUrl,
    `select md5(string_agg(line, ';' order by line)) as digest from (
       select 'column ' || table_schema || table_name || column_name || data_type as line from information_schema.columns
       union all select 'table ' || oid::regclass || relrowsecurity || relforcerowsecurity from pg_class where relkind = 'r'
       union all select 'policy ' || policyname || tablename || coalesce(qual, '') from pg_policies
       union all select 'function ' || oid::regprocedure from pg_proc
       union all select 'role ' || rolname || rolsuper || rolbypassrls || rolcanlogin from pg_roles
     ) s where line not like '%pg_toast%' and line not like '%pg_temp%'`,
  );
  return row?.digest ?? '';
}

/** A line for each table in which rows of the tenant hold a word that is another's. */
export async function strayRows(databaseUrl: string, tenant: number, word: string): Promise<string[]> {
  const found: string[] = [];
  for (const name of await tenantTables(databaseUrl)) {
    const rows = await queryAsOwner(
      databaseUrl,
      `select from ${name} t where tenant = $1 and strpos(t::text, $2) > 0`,
      [tenant, word],
    );
    if (rows.length > 0) found.push(`${name}: ${rows.length} rows of tenant ${tenant} hold ${word}`);
  }
  return found;
}
