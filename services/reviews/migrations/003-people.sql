-- Heard of catalog: what reviews are about, for the pages of people. Title, its language, and translations by language.
create table titles (experience_id text primary key, title jsonb not null);

-- How many gave how many stars, and what somebody wrote, newest first, without reading the texts.
create index reviews_stars on reviews (experience_id, rating);
create index reviews_of_author on reviews (author_id, written_at desc, review_id);
