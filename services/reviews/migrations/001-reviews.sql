-- What reviews hears of others.
create table experiences (experience_id text primary key);
-- Names stay sealed: who leaves is forgotten here too.
create table names (account_id text primary key, name jsonb not null);

-- Consumed back from the own stream.
create table reviews (
  review_id text primary key,
  experience_id text not null,
  author_id text not null,
  rating smallint not null,
  text text not null,
  written_at timestamptz not null
);
create index reviews_newest on reviews (experience_id, written_at desc, review_id);
create index reviews_author on reviews (author_id, experience_id);
create table ratings (experience_id text primary key, count integer not null, total integer not null);

create view shown_reviews as
  select review_id, experience_id, author_id, name, rating, text, written_at
  from reviews left join names on account_id = author_id;
