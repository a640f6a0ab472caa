-- Where a provider sends its webhooks. The id is part of the address and cannot be guessed. A signature is verified with the very
-- secret that made it, so secrets are kept as they are; at most two hold at once, and a disabled connection has none.
create table connection (
  tenant int4 not null references tenant on delete cascade,
  id uuid not null,
  provider text not null,
  source text not null,
  name text not null,
  secret bytea,
  secret_made_at timestamptz not null,
  former_secret bytea,
  former_made_at timestamptz,
  former_ends_at timestamptz,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  disabled_at timestamptz,
  primary key (tenant, id)
);
-- A delivery names no tenant: it is found by the address alone.
create unique index connection_id on connection (id);

alter table connection enable row level security, force row level security;
create policy tenant_only on connection using (
  tenant = (select current_setting('app.tenant')::int4) or (select current_setting('app.tenant')::int4) = 0
);
