-- Who is signed in to the console. The browser holds a random token, here lies its digest, and the digest of the key that it
-- stands for: a key that was revoked, has expired or was replaced takes its sessions with it. Tenant 0: the bootstrap key's.
create table console_session (
  tenant int4 not null,
  hash bytea not null unique,
  key_hash bytea not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  primary key (tenant, hash)
);
create index console_session_expires_at on console_session (expires_at);
alter table console_session enable row level security, force row level security;
create policy tenant_only on console_session using (
  tenant = (select current_setting('app.tenant')::int4) or (select current_setting('app.tenant')::int4) = 0
);
