-- Every night's knowledge is kept: when a file came is not all, a file may lie there for many nights.
alter table sighting add column met text not null default ''; -- the last night on which it lay there
update sighting set met = as_of;

alter table export add column came text not null default ''; -- the night on which the last of its files came
alter table export add column met text not null default ''; -- the last night on which one of them lay in the inbox

-- Which files make up what a window has ever listed: those in force for it, and those that they replaced.
create table window_file (
  unit integer not null,
  export integer not null,
  file integer not null,
  reading integer not null,
  primary key (unit, export, file)
) strict, without rowid;

-- Every dossier that one of them listed.
create table once_listed (
  unit integer not null,
  export integer not null,
  dossier integer not null,
  primary key (unit, export, dossier)
) strict, without rowid;

-- Those of them that the export in force does not list any more.
create table gone (
  unit integer not null,
  export integer not null,
  dossier integer not null,
  primary key (unit, export, dossier)
) strict, without rowid;

-- What a newer file of a window says otherwise than the one before it, by the night on which it came.
create table change (
  unit integer not null,
  as_of text not null,
  export integer not null,
  dossier integer not null,
  what text not null check (what in ('appeared', 'changed', 'gone')),
  due_before text,
  due_after text,
  primary key (unit, as_of, export, dossier)
) strict, without rowid;

create index source_row_of_code on source_row (unit, code);

-- A period as it was published. One line each time it is closed; the last stays until it is restated or reopened.
create table closing (
  unit integer not null,
  period text not null,
  closing integer not null,
  from_day text not null,
  to_day text not null,
  as_of text not null, -- the night whose knowledge it states
  run integer not null,
  closed_at text not null,
  closed_by text not null,
  why text,
  state text not null check (state in ('closed', 'restated', 'reopened')),
  document text not null, -- JSON: what was stated, on both bases
  primary key (unit, period, closing)
) strict, without rowid;

-- The dossiers behind the figures of a closing, each as the period counted it.
create table closed_dossier (
  unit integer not null,
  period text not null,
  closing integer not null,
  dossier integer not null,
  document text not null, -- JSON
  primary key (unit, period, closing, dossier)
) strict, without rowid;
