-- A file whose personal data was taken away is known by its hash and its account of lines: it is not taken in again.
-- SQLite changes what a column may hold by making the table again.
create table file_or_purged (
  unit integer not null,
  file integer not null,
  sha256 text not null,
  bytes integer not null,
  reading integer not null, -- how often it has been read: a new reading makes new records
  system text,
  encoding text,
  delimiter text,
  physical_lines integer not null,
  preamble_lines integer not null,
  header_lines integer not null,
  blank_lines integer not null,
  data_lines integer not null,
  footer_lines integer not null,
  rows_read integer not null,
  rows_loaded integer not null,
  rows_repeated integer not null,
  rows_rejected integer not null,
  stated_total integer,
  stated_from text, -- the window that its preamble states
  stated_to text,
  latest_event text, -- the last day on which something happened in it, as far as the night could know
  drift text not null, -- JSON: headers that nobody asked for
  state text not null check (state in ('loaded', 'refused', 'unclaimed', 'retracted', 'purged')),
  reason text, -- JSON: why it was not loaded
  primary key (unit, file),
  unique (unit, sha256),
  check (physical_lines = preamble_lines + header_lines + blank_lines + data_lines + footer_lines),
  check (rows_read = rows_loaded + rows_repeated + rows_rejected)
) strict, without rowid;

insert into file_or_purged select * from file;
drop table file;
alter table file_or_purged rename to file;

-- Who took personal data away, when, up to which day, and how much. Lines are added and never changed.
create table purge (
  unit integer not null,
  purge integer not null,
  before_day text, -- the first day of the first month of which nothing was taken; null: only files went that are in no figure
  as_of text not null, -- the night whose knowledge it was decided on
  purged_by text not null,
  purged_at text not null,
  why text,
  counts text not null, -- JSON: how many of what
  primary key (unit, purge)
) strict, without rowid;

-- Dossiers of which a part was taken and a part stays, in a file that an open dossier needs: nothing is raised on them.
create table purged_dossier (
  unit integer not null,
  dossier integer not null,
  primary key (unit, dossier)
) strict, without rowid;
