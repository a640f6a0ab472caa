-- Two records of one moment that disagree: listed once per (fact, field, value that lost).
create table conflict (
  tenant int4 not null,
  kind text not null,
  k uuid not null,
  field text not null,
  lost text not null,
  found_at timestamptz not null default now(),
  primary key (tenant, kind, k, field, lost)
);

-- Records that were refused, with the reason, until they are mended, discarded or thirty days old.
create table quarantine (
  tenant int4 not null,
  id uuid not null,
  received_at timestamptz not null default now(),
  source text not null,
  kind text,
  record_id text,
  code text not null,
  field text,
  message text not null,
  record text not null,
  replayed_at timestamptz,
  primary key (tenant, id)
);
create index quarantine_received on quarantine (tenant, received_at, id);

-- The key of a tenant's hashes of telephone numbers and addresses.
alter table tenant add column hash_key bytea not null default decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex');

do $$
declare
  name text;
begin
  foreach name in array array[
    'conflict', 'quarantine',
    'fact.activity', 'fact.assignment', 'fact.call', 'fact.change', 'fact.dialogue', 'fact.engagement',
    'fact.leg', 'fact.message', 'fact.name', 'fact.notification', 'fact.number', 'fact.presence',
    'fact.queue_entry', 'fact.rating', 'fact.receipt', 'fact.session', 'fact.transaction'
  ] loop
    execute format('alter table %s enable row level security, force row level security', name);
    execute format(
      'create policy tenant_only on %s using (tenant = (select current_setting(''app.tenant'')::int4))', name
    );
  end loop;
end
$$;

-- The service owns no table, and only an owner may refresh a table's statistics.
create function fact.analyse(fact_table text) returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not exists (select from pg_tables where schemaname = 'fact' and tablename = fact_table) then
    raise exception 'there is no table of facts called %', fact_table;
  end if;
  execute format('analyze fact.%I', fact_table);
end
$$;
revoke all on function fact.analyse from public;
grant execute on function fact.analyse to switchboard_app;
