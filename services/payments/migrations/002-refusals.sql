alter table payments add column refused text;
