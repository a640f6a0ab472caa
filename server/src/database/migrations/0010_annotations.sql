-- What people want to see beside numbers: incidents, releases, campaigns. Without an end it is a moment.
create table annotation (
  tenant int4 not null,
  id uuid not null default gen_random_uuid(),
  at timestamptz not null,
  ended_at timestamptz check (ended_at >= at),
  text text not null,
  tags text[] not null default '{}',
  created_at timestamptz not null default now(),
  primary key (tenant, id)
);
create index annotation_at on annotation (tenant, at, id);
alter table annotation enable row level security, force row level security;
create policy tenant_only on annotation using (tenant = (select current_setting('app.tenant')::int4));
