create table experiences (
  experience_id text primary key,
  host_id text not null,
  zone text not null,
  duration_minutes integer not null
);
create table sessions (
  session_id text primary key,
  experience_id text not null references experiences
);
