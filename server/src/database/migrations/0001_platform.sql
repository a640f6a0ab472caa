-- The service works as switchboard_app: no login, owner of nothing, so row-level security binds it. Roles belong to the
-- cluster, not to one database: another database's migration may be making the same role at this moment.
do $$
begin
  if not exists (select from pg_roles where rolname = 'switchboard_app') then
    begin
      create role switchboard_app nologin;
    exception
      when duplicate_object or unique_violation then null;
    end;
  end if;
  if not pg_has_role(current_user, 'switchboard_app', 'member') then
    execute format('grant switchboard_app to %I', current_user);
  end if;
end
$$;

create schema if not exists fact;

grant usage on schema public, fact to switchboard_app;
alter default privileges in schema public, fact grant select, insert, update, delete on tables to switchboard_app;
alter default privileges in schema public, fact grant usage on sequences to switchboard_app;

create table tenant (
  tenant int4 generated always as identity primary key,
  slug text not null unique check (slug ~ '^[a-z0-9-]{1,63}$'),
  name text not null,
  time_zone text not null default 'UTC',
  week_start text not null default 'monday' check (week_start in ('monday', 'sunday', 'saturday')),
  settings jsonb not null default '{}',
  created_at timestamptz not null default now()
);

create table api_key (
  tenant int4 not null references tenant on delete cascade,
  id uuid not null,
  name text not null,
  hash bytea not null unique,
  scopes text[] not null check (scopes <@ array['ingest', 'read', 'admin'] and scopes <> '{}'),
  source text,
  expires_at timestamptz,
  last_used_at timestamptz,
  created_at timestamptz not null default now(),
  revoked_at timestamptz,
  primary key (tenant, id)
);

-- The bootstrap administration key that the service made when none was given: only its digest.
create table platform_key (
  hash bytea primary key,
  created_at timestamptz not null default now()
);

-- Tenant 0 is nobody's: the administration of the platform. An unset app.tenant is an error, never an empty answer.
alter table tenant enable row level security, force row level security;
create policy tenant_only on tenant using (
  tenant = (select current_setting('app.tenant')::int4) or (select current_setting('app.tenant')::int4) = 0
);
alter table api_key enable row level security, force row level security;
create policy tenant_only on api_key using (
  tenant = (select current_setting('app.tenant')::int4) or (select current_setting('app.tenant')::int4) = 0
);
alter table platform_key enable row level security, force row level security;
create policy platform_only on platform_key using ((select current_setting('app.tenant')::int4) = 0);
