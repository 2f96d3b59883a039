-- Where to go on to once the sign-up is confirmed: a path of this site.
alter table sign_ups add column next text not null default '/';
