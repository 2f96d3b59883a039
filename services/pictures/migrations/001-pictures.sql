-- Where pictures come from, the old ones too: pages that name them are still open. Rebuilt from the events of catalog.
create table pictures (
  picture_id text primary key,
  experience_id text not null,
  -- As it was hashed: `jsonb` would sort its keys.
  source json not null
);

-- Which one an experience has now.
create table experiences (
  experience_id text primary key,
  picture_id text not null references pictures,
  -- In which order they were first heard of.
  place bigint generated always as identity unique
);
