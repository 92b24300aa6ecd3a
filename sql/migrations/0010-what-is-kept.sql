-- Whether the database has what a run did: a run that breaks off after that has only its documents to write.
alter table run add column kept integer not null default 0 check (kept in (0, 1));
