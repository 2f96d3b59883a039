-- Sessions and experiences are heard again, by consumers of another name: mails say where it is and until when it lasts.
delete from consumed where consumer in ('notifications-hear-sessions', 'notifications-hear-experiences');
delete from parked where consumer in ('notifications-hear-sessions', 'notifications-hear-experiences');

-- What began before then is not reminded of: see README.md.
alter table installation add column reminders_since timestamptz not null default clock_timestamp();
