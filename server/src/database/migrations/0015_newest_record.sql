-- The latest moment that any record of a source speaks of. The minutes of `intake` hold it too, but a rule that asks each minute
-- would have to read all of them.
create table newest_record (
  tenant int4 not null,
  source text not null,
  newest timestamptz not null,
  primary key (tenant, source)
) with (fillfactor = 50);

-- Each tenant's minutes are read here: their owner may while the policy does not bind it.
alter table intake no force row level security;
insert into newest_record
select tenant, source, max(newest) from intake where newest is not null group by tenant, source;
alter table intake force row level security;

alter table newest_record enable row level security, force row level security;
create policy tenant_only on newest_record using (tenant = (select current_setting('app.tenant')::int4));
