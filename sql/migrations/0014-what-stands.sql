-- What reconcile leaves for the next night: whom a window's silence met. JSON: the systems that said nothing of it.
alter table dossier add column window_from text;
alter table dossier add column unheard text;

create index dossier_unheard on dossier (unit, window_from, unheard) where unheard is not null;
create index discrepancy_of_dossier on discrepancy (unit, dossier);

-- What the rows of a stage were worked out from, as of which night. While that is the same they stand as they are.
create table reconciled (
  unit integer not null primary key,
  as_of text not null,
  document text not null -- JSON: settings, decisions, exports
) strict;

create table summarized (
  unit integer not null primary key,
  as_of text not null,
  document text not null
) strict;

-- The days of dossiers that were settled anew, until their months are stated.
create table moved (
  unit integer not null,
  from_day text not null,
  to_day text not null,
  primary key (unit, from_day, to_day)
) strict, without rowid;

create index record_that_was_matched on record (unit, dossier, export, row) where linked > 0;
