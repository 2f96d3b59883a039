-- Who came before this has neither, and signs in as before.
alter table people add column mail text unique;
alter table people add column password_hash text;

alter table sign_ins add column started_at timestamptz;
update sign_ins set started_at = expires_at - interval '30 days';
alter table sign_ins alter column started_at set default clock_timestamp(), alter column started_at set not null;

-- Asked for first; whether the address is free is looked up later, out of sight of who asked. The link goes out with
-- `token_hash`; what the event says of this person is sealed under `key`, and unreadable once the row is deleted.
create table sign_ups (
  sign_up_id text primary key,
  intention text unique,
  mail text not null,
  name text not null,
  locale text not null,
  password_hash text,
  account_id text unique,
  key bytea,
  token_hash bytea unique,
  expires_at timestamptz
);
create index sign_ups_mail on sign_ups (mail);

create table password_resets (
  reset_id text primary key,
  intention text unique,
  mail text not null,
  account_id text references people on delete cascade,
  token_hash bytea unique,
  expires_at timestamptz
);
create index password_resets_account on password_resets (account_id);

-- As rate-limiter-flexible wants it; `expire` in milliseconds since 1970.
create table tries (key varchar(255) primary key, points integer not null default 0, expire bigint);
create index tries_expire on tries (expire);
