export interface Migration {
  name: string
  sql: string
}

export const kitMigrations: Migration[] = [
  {
    name: 'kit-001-event-log',
    sql: `
      create table heads (stream text primary key, version integer not null);
      create table events (
        position bigint generated always as identity primary key,
        id uuid not null,
        stream text not null,
        version integer not null,
        type text not null,
        schema_version smallint not null,
        data jsonb not null,
        meta jsonb not null,
        at timestamptz not null default clock_timestamp(),
        published boolean not null default false,
        unique (stream, version)
      );
      create index events_unpublished on events (position) where not published;
      create table idempotency (
        key text primary key,
        body_hash text not null,
        answer jsonb not null,
        at timestamptz not null default clock_timestamp()
      );
      create table feeds (feed text primary key, version integer not null);
      create table consumed (
        consumer text not null,
        stream text not null,
        version integer not null,
        primary key (consumer, stream)
      );
      create table parked (
        consumer text not null,
        stream text not null,
        version integer not null,
        event jsonb not null,
        cause text not null,
        at timestamptz not null default clock_timestamp(),
        primary key (consumer, stream, version)
      );
      create table timers (name text primary key, due timestamptz not null, data jsonb not null);
      create index timers_due on timers (due);
      create table broker_marks (stream text primary key, created text not null, last_seq bigint not null);
    `,
  },
  {
    name: 'kit-002-calls',
    sql: `
      create table calls (
        name text primary key,
        kind text not null,
        urgent boolean not null,
        due timestamptz not null,
        data jsonb not null,
        attempts integer not null default 0,
        lease uuid,
        requested timestamptz not null default clock_timestamp()
      );
      create index calls_due on calls (urgent desc, due);
    `,
  },
]
