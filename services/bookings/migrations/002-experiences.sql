-- What travellers see their holds by; heard from catalog.
create table experiences (experience_id text primary key, title text not null);
