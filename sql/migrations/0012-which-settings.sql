-- With which configuration, catalogue, calendar and program the rows of a stage were made that stand now.
create table made_with (
  unit integer not null,
  stage text not null check (stage in ('reconcile', 'summarize')),
  as_of text not null, -- the night that they tell of
  settings text not null, -- JSON: by its name, the SHA-256 of a file, or of the program
  links integer not null, -- up to which number people's decisions about links were known
  primary key (unit, stage)
) strict, without rowid;

-- A night on which settings were others than before, and what they alone moved: worked out on the files of the night before.
create table settings_change (
  unit integer not null,
  as_of text not null,
  change integer not null, -- the how-manieth of that night
  settings text not null, -- JSON: their names
  primary key (unit, as_of, change)
) strict, without rowid;

create table moved_discrepancy (
  unit integer not null,
  as_of text not null,
  change integer not null,
  discrepancy integer not null,
  how text not null check (how in ('raised', 'over', 'retold')),
  primary key (unit, as_of, change, discrepancy)
) strict, without rowid;

create index moved_discrepancy_by_discrepancy on moved_discrepancy (unit, discrepancy);

create table moved_figure (
  unit integer not null,
  as_of text not null,
  change integer not null,
  period text not null,
  basis text not null,
  figure text not null,
  before real, -- a rate is in percent; null: not known
  after real,
  primary key (unit, as_of, change, period, basis, figure)
) strict, without rowid;
