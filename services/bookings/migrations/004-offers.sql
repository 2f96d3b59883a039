-- What travellers see their bookings by: titles in the reader's language, and pictures. What was heard before is in English.
alter table experiences
  add column language text not null default 'en',
  add column translations jsonb not null default '{}';
-- Heard on its own: it may be known before its experience is.
create table pictures (experience_id text primary key, picture jsonb not null);

create view offers as
  select experience_id, jsonb_build_object(
    'title', title, 'language', language, 'translations', translations, 'picture', picture) as offer
  from experiences left join pictures using (experience_id);
