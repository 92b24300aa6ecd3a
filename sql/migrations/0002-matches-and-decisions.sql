-- How rows without a code were matched, what could not be, and what people decided about them.

-- The code's cell as it was written, where it had to be cleaned or holds no code: `h24.131 – 260204 – 0001`.
alter table source_row add column written_code text;

-- Rows without a code are few, and so are those that have a number of their own and a code.
create index source_row_without_code on source_row (unit, row) where code is null;
create index source_row_of_own_number on source_row (unit, own_number) where own_number is not null and code is not null;

-- Which files list a row? (One look per file.)
create index listing_of_row on listing (unit, file, row_first);

-- normalize ----------------------------------------------------------------------------------------------------

-- A row without a code that was matched: by which tier, and which of its values met.
create table link (
  unit integer not null,
  export integer not null,
  row integer not null,
  tier text not null check (tier in ('confirmed', 'own_number', 'identity', 'name')),
  met text not null, -- JSON: the names of the values
  decision integer, -- the person's word, where that decided
  primary key (unit, export, row)
) strict, without rowid;

-- The other rows of the export that want the same dossiers, and the near misses that a person may confirm.
alter table unmatched add column rivals text not null default '[]'; -- JSON: rows
alter table unmatched add column proposals text not null default '[]'; -- JSON: dossier, reasons

-- A decision that the exports contradict: the row has another code by now, and the code wins.
create table overruled (
  unit integer not null,
  decision integer not null,
  dossier integer not null, -- whose code the row has
  primary key (unit, decision, dossier)
) strict, without rowid;

-- What people decided. Lines are added and never changed; no run writes here. The last line of a key holds.
create table link_decision (
  unit integer not null,
  decision integer not null,
  key text not null, -- of the discrepancy that was decided on
  kind text not null check (kind in ('linked', 'unlinked')),
  dossier integer not null,
  -- The row as it stood: it is known again by its ministry's own number, else by the rest.
  system text not null,
  own_number text,
  procedure text,
  received_day text,
  identity text,
  identity_valid integer,
  person text,
  why text,
  decided_by text not null,
  decided_at text not null,
  as_of text not null, -- the night whose list was decided on
  primary key (unit, decision),
  check (kind = 'unlinked' or why is not null)
) strict, without rowid;
