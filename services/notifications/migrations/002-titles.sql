-- Titles by language: what was heard before has no other than its own.
update known set data = data || '{"titles": {}}' where noun = 'experience' and not data ? 'titles';
