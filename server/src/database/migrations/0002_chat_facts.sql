-- One table per kind of record, typed columns. `k` is the digest of (source, id); `at` is the counting time, null for what
-- is not counted (deleted facts, and stubs that only others refer to until something dates them). `seen` is the clock
-- that most fields share, `clocks` holds those that differ. Nothing refers to another table: a fact may live on
-- another machine than what it points to.

create table fact.dialogue (
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
  channel text,
  chat text,
  bot text,
  "group" text,
  queue text,
  project text,
  service text,
  topic text,
  media text,
  tags text[],
  customer text,
  visitor text,
  started_at timestamptz,
  closed_at timestamptz,
  closed_by text,
  resolved bool,
  failed bool,
  cost_amount numeric,
  cost_currency text,
  location_lat float8,
  location_lon float8,
  device text,
  experience text,
  -- derived
  customer_messages int4 not null default 0,
  bot_messages int4 not null default 0,
  operator_messages int4 not null default 0,
  outcome text not null default 'unhandled',
  handoff bool not null default false,
  first_customer_at timestamptz,
  first_operator_at timestamptz,
  first_response_ms int8,
  answered_at timestamptz,
  wait_ms int8,
  offers int4 not null default 0,
  skipped_offers int4 not null default 0,
  turns int4 not null default 0,
  episodes int4 not null default 1,
  operators text[] not null default '{}',
  bots text[] not null default '{}',
  first_channel text,
  first_chat text,
  first_customer text,
  primary key (tenant, k)
) with (fillfactor = 80);

create table fact.message (
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
  channel text,
  chat text,
  customer text,
  author text,
  operator text,
  bot text,
  sent_at timestamptz,
  text text,
  type text,
  status text,
  delivered_at timestamptz,
  read_at timestamptz,
  failed_at timestamptz,
  error_code text,
  error_class text,
  error_permanent bool,
  error_text text,
  cost_amount numeric,
  cost_currency text,
  -- derived
  eff_dialogue_k uuid,
  eff_status text,
  eff_delivered_at timestamptz,
  eff_read_at timestamptz,
  primary key (tenant, k)
) with (fillfactor = 80);

create table fact.assignment (
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
  call_k uuid,
  operator text,
  "group" text,
  queue text,
  offered_at timestamptz,
  accepted_at timestamptz,
  ended_at timestamptz,
  end_reason text,
  transferred_to text,
  talk_ms int8,
  hold_ms int8,
  wrap_ms int8,
  holds int4,
  -- derived
  eff_ended_at timestamptz,
  primary key (tenant, k)
) with (fillfactor = 80);

create table fact.change (
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
  of text,
  operator text,
  dialogue_k uuid,
  call_k uuid,
  queue text,
  state text,
  reason text,
  by text,
  happened_at timestamptz,
  -- derived
  subject text,
  until_at timestamptz,
  primary key (tenant, k)
) with (fillfactor = 80);

create table fact.presence (
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
  operator text,
  "group" text,
  state text,
  reason text,
  started_at timestamptz,
  ended_at timestamptz,
  primary key (tenant, k)
) with (fillfactor = 80);

create table fact.receipt (
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
  channel text,
  customer text,
  status text,
  up_to timestamptz,
  happened_at timestamptz,
  primary key (tenant, k)
) with (fillfactor = 80);

create table fact.rating (
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
  call_k uuid,
  scale text,
  score int4,
  comment text,
  operators text[],
  bots text[],
  happened_at timestamptz,
  experience text,
  primary key (tenant, k)
) with (fillfactor = 80);

create index assignment_at on fact.assignment (tenant, at);
create index change_at on fact.change (tenant, at);
create index dialogue_at on fact.dialogue (tenant, at);
create index message_at on fact.message (tenant, at);
create index presence_at on fact.presence (tenant, at);
create index rating_at on fact.rating (tenant, at);
create index receipt_at on fact.receipt (tenant, at);
create index message_dialogue on fact.message (tenant, eff_dialogue_k);
create index assignment_dialogue on fact.assignment (tenant, dialogue_k) where dialogue_k is not null;
create index assignment_call on fact.assignment (tenant, call_k) where call_k is not null;
create index change_subject on fact.change (tenant, source, subject, at, k);
create index change_source on fact.change (tenant, source, at) where of = 'source';
create index change_dialogue on fact.change (tenant, dialogue_k) where dialogue_k is not null;
create index message_customer on fact.message (tenant, customer, channel) where customer is not null;
create index receipt_dialogue on fact.receipt (tenant, dialogue_k) where dialogue_k is not null;
create index receipt_customer on fact.receipt (tenant, channel, customer) where dialogue_k is null;
