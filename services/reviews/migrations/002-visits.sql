-- Heard of bookings: a visit that ended invites its traveller to one review.
create table visits (
  booking_id text primary key,
  traveller_id text not null,
  experience_id text not null,
  ended_at timestamptz not null
);
create index visits_traveller on visits (traveller_id, experience_id, ended_at desc);

-- Null for what was written before visits were asked for: nobody can verify it.
alter table reviews add column booking_id text;

create or replace view shown_reviews as
  select review_id, experience_id, author_id, name, rating, text, written_at, booking_id is not null as verified
  from reviews left join names on account_id = author_id;

-- A visit says of which experience it was, so catalog is not heard any more.
drop table experiences;
delete from consumed where consumer = 'reviews-know-experiences';
delete from parked where consumer = 'reviews-know-experiences';
