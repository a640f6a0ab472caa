-- One table per kind of record, typed columns. `k` is the digest of (source, id); `at` is the counting time, null for what
-- is not counted (deleted facts, and stubs that only others refer to until something dates them). `seen` is the clock
-- that most fields share, `clocks` holds those that differ. Nothing refers to another table: a fact may live on
-- another machine than what it points to.

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

create table fact.call (
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
  direction text,
  trunk text,
  from_number text,
  to_number text,
  customer text,
  dnis text,
  queue text,
  operator text,
  bot text,
  campaign text,
  project text,
  service text,
  media text,
  topic text,
  tags text[],
  started_at timestamptz,
  ringing_at timestamptz,
  answered_at timestamptz,
  ended_at timestamptz,
  status text,
  hangup_by text,
  cause text,
  talk_ms int8,
  hold_ms int8,
  wrap_ms int8,
  bot_outcome text,
  cost_amount numeric,
  cost_currency text,
  mos_hundredths int4,
  -- derived
  eff_status text,
  eff_trunk text,
  eff_direction text,
  eff_operator text,
  eff_cause text,
  eff_started_at timestamptz,
  eff_ringing_at timestamptz,
  eff_answered_at timestamptz,
  eff_ended_at timestamptz,
  eff_talk_ms int8,
  duration_ms int8,
  duration_defect bool,
  legs int4 not null default 0,
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

create table fact.engagement (
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
  notification_k uuid,
  action text,
  happened_at timestamptz,
  primary key (tenant, k)
) with (fillfactor = 80);

create table fact.leg (
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
  call_k uuid,
  trunk text,
  direction text,
  started_at timestamptz,
  ringing_at timestamptz,
  answered_at timestamptz,
  ended_at timestamptz,
  status text,
  cause text,
  operator text,
  talk_ms int8,
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

create table fact.notification (
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
  trigger text,
  attempt int4,
  channel text,
  provider text,
  status text,
  optional bool,
  created_at timestamptz,
  scheduled_at timestamptz,
  sent_at timestamptz,
  delivered_at timestamptz,
  read_at timestamptz,
  failed_at timestamptz,
  cancelled_at timestamptz,
  customer text,
  recipient text,
  template text,
  campaign text,
  campaign_link bool,
  parts int4,
  text text,
  cost_amount numeric,
  cost_currency text,
  error_code text,
  error_class text,
  error_permanent bool,
  error_text text,
  raw_status text,
  country text,
  primary key (tenant, k)
) with (fillfactor = 80);

create table fact.number (
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
  number text,
  started_at timestamptz,
  ended_at timestamptz,
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

create table fact.queue_entry (
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
  queue text,
  call_k uuid,
  dialogue_k uuid,
  operator text,
  entered_at timestamptz,
  answered_at timestamptz,
  left_at timestamptz,
  reason text,
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
create index assignment_at on fact.assignment (tenant, at);
create index call_at on fact.call (tenant, at);
create index change_at on fact.change (tenant, at);
create index dialogue_at on fact.dialogue (tenant, at);
create index engagement_at on fact.engagement (tenant, at);
create index leg_at on fact.leg (tenant, at);
create index message_at on fact.message (tenant, at);
create index name_at on fact.name (tenant, at);
create index notification_at on fact.notification (tenant, at);
create index number_at on fact.number (tenant, at);
create index presence_at on fact.presence (tenant, at);
create index queue_entry_at on fact.queue_entry (tenant, at);
create index rating_at on fact.rating (tenant, at);
create index receipt_at on fact.receipt (tenant, at);
create index session_at on fact.session (tenant, at);
create index transaction_at on fact.transaction (tenant, at);
create index message_dialogue on fact.message (tenant, eff_dialogue_k);
create index assignment_dialogue on fact.assignment (tenant, dialogue_k) where dialogue_k is not null;
create index assignment_call on fact.assignment (tenant, call_k) where call_k is not null;
create index leg_call on fact.leg (tenant, call_k);
create index queue_entry_call on fact.queue_entry (tenant, call_k) where call_k is not null;
create index queue_entry_dialogue on fact.queue_entry (tenant, dialogue_k) where dialogue_k is not null;
create index change_subject on fact.change (tenant, source, subject, at, k);
create index change_source on fact.change (tenant, source, at) where of = 'source';
create index change_dialogue on fact.change (tenant, dialogue_k) where dialogue_k is not null;
create index message_customer on fact.message (tenant, customer, channel) where customer is not null;
create index receipt_dialogue on fact.receipt (tenant, dialogue_k) where dialogue_k is not null;
create index receipt_customer on fact.receipt (tenant, channel, customer) where dialogue_k is null;
create index notification_trigger on fact.notification (tenant, trigger);

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
