-- Files that should not have been loaded, and were taken back; taken in again where a later line says so. Lines are added
-- and never changed; no run writes here but the one that takes a file back.
create table retraction (
  unit integer not null,
  retraction integer not null,
  file integer not null,
  decision text not null check (decision in ('retracted', 'restored')),
  why text not null,
  decided_by text not null,
  decided_at text not null,
  as_of text not null, -- the night whose figures were decided on
  primary key (unit, retraction)
) strict, without rowid;
