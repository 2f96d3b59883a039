-- Where an experience is: zones have other names. Of what was heard before nobody knows it.
alter table experiences add column city text;

create or replace view offers as
  select experience_id, jsonb_build_object(
    'title', title, 'language', language, 'translations', translations, 'city', city, 'picture', picture) as offer
  from experiences left join pictures using (experience_id);
