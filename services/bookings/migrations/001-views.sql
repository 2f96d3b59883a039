create table sessions (
  session_id text primary key,
  experience_id text not null,
  starts_at timestamptz not null,
  zone text not null,
  capacity integer not null,
  amount integer not null,
  currency text not null,
  held integer not null check (held >= 0),
  confirmed integer not null default 0 check (confirmed >= 0),
  constraint seats_within_capacity check (held + confirmed <= capacity)
);
create index sessions_of_experience on sessions (experience_id, starts_at);

create table holds (
  hold_id text primary key,
  session_id text not null,
  traveller_id text not null,
  seats integer not null,
  amount integer not null,
  currency text not null,
  expires_at timestamptz not null,
  status text not null
);
create index holds_of_traveller on holds (traveller_id, expires_at desc);
