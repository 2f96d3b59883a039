-- What mails are made of, heard of others. Addresses and names stay sealed: who leaves is forgotten here too.
create table known (
  noun text not null,
  id text not null,
  data jsonb not null,
  primary key (noun, id)
);

-- What happened before the first start is not told: see README.md.
create table installation (since timestamptz not null);
insert into installation values (clock_timestamp());
