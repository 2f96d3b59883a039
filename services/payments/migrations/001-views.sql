create table payments (
  payment_id text primary key,
  traveller_id text not null,
  session_id text not null,
  amount integer not null,
  currency text not null,
  status text not null,
  checkout_id text,
  url text,
  declined text
);

-- What is heard of bookings: who may pay how much, until when, and what became of the seats.
create table sessions (session_id text primary key, experience_id text not null);
create table holds (
  booking_id text primary key,
  session_id text not null,
  traveller_id text not null,
  seats integer not null,
  amount integer not null,
  currency text not null,
  expires_at timestamptz not null,
  status text not null
);
-- What is paid for; heard from catalog.
create table experiences (experience_id text primary key, title text not null);

-- Events of the provider that have had their effect.
create table webhooks (id text primary key, type text not null, at timestamptz not null default clock_timestamp());
