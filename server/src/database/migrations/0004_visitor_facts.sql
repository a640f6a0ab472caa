-- What visitors do, and what people call a dimension's values. The columns follow 0002.

create table fact.activity (
  tenant int4 not null,
  k uuid not null,
  source text not null,
  id text not null,
  at timestamptz,
  first_known int8,
  seen int8,
  clocks jsonb,
  deleted bool,
  labels jsonb,
  name text,
  detail text,
  position int4,
  visitor text,
  session_k uuid,
  services text[],
  experience text,
  happened_at timestamptz,
  primary key (tenant, k)
) with (fillfactor = 80);

create table fact.name (
  tenant int4 not null,
  k uuid not null,
  source text not null,
  id text not null,
  at timestamptz,
  first_known int8,
  seen int8,
  clocks jsonb,
  deleted bool,
  labels jsonb,
  dimension text,
  value text,
  label text,
  groups text[],
  "limit" int4,
  primary key (tenant, k)
) with (fillfactor = 80);

create table fact.session (
  tenant int4 not null,
  k uuid not null,
  source text not null,
  id text not null,
  at timestamptz,
  first_known int8,
  seen int8,
  clocks jsonb,
  deleted bool,
  labels jsonb,
  type text,
  application text,
  "user" text,
  visitor text,
  device text,
  experience text,
  started_at timestamptz,
  ended_at timestamptz,
  screen_ms int8,
  primary key (tenant, k)
) with (fillfactor = 80);

create table fact.transaction (
  tenant int4 not null,
  k uuid not null,
  source text not null,
  id text not null,
  at timestamptz,
  first_known int8,
  seen int8,
  clocks jsonb,
  deleted bool,
  labels jsonb,
  dialogue_k uuid,
  visitor text,
  amount_amount numeric,
  amount_currency text,
  happened_at timestamptz,
  project text,
  primary key (tenant, k)
) with (fillfactor = 80);

create index activity_at on fact.activity (tenant, at);
create index name_at on fact.name (tenant, at);
create index session_at on fact.session (tenant, at);
create index transaction_at on fact.transaction (tenant, at);
