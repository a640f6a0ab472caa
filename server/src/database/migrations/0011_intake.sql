-- What came in, by source and minute of arrival. `newest`: the latest moment that a record speaks of. `lags`: how many stored
-- records arrived how long after that moment; the class of a lag of s seconds is 0 up to 1 s, else 2 log2(s) rounded up.
create table intake (
  tenant int4 not null,
  source text not null,
  at timestamptz not null,
  stored int8 not null default 0,
  duplicates int8 not null default 0,
  conflicts int8 not null default 0,
  rejected int8 not null default 0,
  newest timestamptz,
  lags int8[] not null default '{}',
  primary key (tenant, source, at)
) with (fillfactor = 50);
create index intake_at on intake (tenant, at);
alter table intake enable row level security, force row level security;
create policy tenant_only on intake using (tenant = (select current_setting('app.tenant')::int4));

-- The smallest of the values up to which p of all that they weigh is reached; p between 0 and 1, values in ascending order.
create function weighted_percentile(ascending float8[], weights int8[], p float8) returns float8
language sql immutable strict parallel safe as $$
  select value
  from (
    select value, place, sum(weight) over (order by place) as up_to, sum(weight) over () as total
    from unnest(ascending, weights) with ordinality as weighed(value, weight, place)
  ) summed
  -- A millionth less: p times a total may come out a hair above a whole number.
  where up_to > 0 and up_to >= p * total - 1e-6
  order by place
  limit 1
$$;
