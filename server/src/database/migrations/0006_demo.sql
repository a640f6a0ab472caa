-- How far the demo tenant's simulator has come, so that a restart neither repeats nor skips anything.
create table demo_progress (
  tenant int4 primary key,
  seed text not null,
  -- The moment at which the written history ends and the live one begins.
  began_at timestamptz not null,
  -- The oldest local day that is written; history is written from the newest day back.
  oldest_day text,
  history_complete bool not null default false,
  live_until timestamptz not null
);
alter table demo_progress enable row level security, force row level security;
create policy tenant_only on demo_progress using (tenant = (select current_setting('app.tenant')::int4));
