-- A hold that was paid for becomes a booking and keeps its row.
alter table holds rename to bookings;
alter table bookings rename column hold_id to booking_id;
alter index holds_pkey rename to bookings_pkey;
alter index holds_of_traveller rename to bookings_of_traveller;
alter table bookings
  add column visited boolean not null default false,
  add column reference text,
  add column payment_id text;
create unique index bookings_reference on bookings (reference) where reference is not null;

-- Sessions opened before say nothing of their length: two hours, as their events are read.
alter table sessions add column ends_at timestamptz;
update sessions set ends_at = starts_at + interval '2 hours';
alter table sessions alter column ends_at set not null;

-- The same key gives the same answer, for ever; in the words of today.
update idempotency set answer = jsonb_build_object('booking', (answer->'hold') - 'holdId' || jsonb_build_object(
  'bookingId', answer->'hold'->'holdId',
  'travellerId', split_part(key, ':', 1),
  'endsAt', to_char((answer->'hold'->>'startsAt')::timestamptz at time zone 'UTC' + interval '2 hours',
    'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  'visited', false))
where answer ? 'hold';
update idempotency set answer = '{"refused":"no-such-booking"}' where answer->>'refused' = 'no-such-hold';
