-- Where an experience is: its country and the point on a map. Unknown until catalog's events are read again.
alter table experiences
  add column country text,
  add column place jsonb;

create or replace view offers as
  select experience_id, jsonb_build_object(
    'title', title, 'language', language, 'translations', translations, 'city', city, 'country', country, 'place', place,
    'picture', picture) as offer
  from experiences left join pictures using (experience_id);
