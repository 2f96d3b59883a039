create table people (
  account_id text primary key,
  role text not null,
  name text not null,
  home_city text,
  locale text not null,
  currency text not null,
  interests text[] not null,
  demo boolean not null,
  opened_at timestamptz not null default clock_timestamp()
);
create index people_demo on people (opened_at) where demo;

-- A person leaves for good when this row is deleted: what was sealed under the key is unreadable everywhere.
create table keys (account_id text primary key references people on delete cascade, key bytea not null);

create table sign_ins (
  sign_in_id text primary key,
  account_id text not null references people on delete cascade,
  token_hash bytea not null unique,
  expires_at timestamptz not null,
  ended boolean not null default false
);
create index sign_ins_account on sign_ins (account_id);
