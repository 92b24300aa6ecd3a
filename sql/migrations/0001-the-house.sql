-- Every key begins with the unit: one database may hold many wards.
-- Days are 'YYYY-MM-DD', instants 'YYYY-MM-DDTHH:MM:SS', both in Asia/Ho_Chi_Minh; money is whole dong.

create table unit (
  unit integer primary key,
  agency_code text not null unique
) strict;

-- Repeated text (procedures, accounts, fields, agencies) is stored once.
create table word (
  unit integer not null,
  word integer not null,
  text text not null,
  primary key (unit, word),
  unique (unit, text)
) strict, without rowid;

-- A dossier's code; its number stands for the dossier everywhere else.
create table code (
  unit integer not null,
  dossier integer not null,
  code text not null,
  primary key (unit, dossier),
  unique (unit, code)
) strict, without rowid;

-- The ledger: one line a run.
create table run (
  unit integer not null,
  run integer not null,
  command text not null,
  as_of text not null,
  started_at text not null,
  finished_at text,
  state text not null check (state in ('running', 'done', 'incomplete', 'failed', 'interrupted')),
  detail text not null,
  primary key (unit, run)
) strict, without rowid;

-- load ---------------------------------------------------------------------------------------------------------

-- A file is its content: the same bytes under another name are the same file.
create table file (
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
  state text not null check (state in ('loaded', 'refused', 'unclaimed', 'retracted')),
  reason text, -- JSON: why it was not loaded
  primary key (unit, file),
  unique (unit, sha256),
  check (physical_lines = preamble_lines + header_lines + blank_lines + data_lines + footer_lines),
  check (rows_read = rows_loaded + rows_repeated + rows_rejected)
) strict, without rowid;

-- Where and when a content was met. A content that changes under one path is met anew.
create table sighting (
  unit integer not null,
  sighting integer not null,
  file integer, -- null: never read
  path text not null, -- relative to the inbox
  folder text not null, -- its drop
  name_day text, -- the day in its name
  as_of text not null,
  run integer not null,
  state text not null check (state in ('loaded', 'seen_before', 'refused', 'unclaimed', 'not_ready')),
  reason text, -- JSON: why it was never read
  primary key (unit, sighting)
) strict, without rowid;

create index sighting_of_path on sighting (unit, path, sighting);

-- A line of a list of dossiers, typed, as it came. A line that comes again unchanged the next night is the same row.
create table source_row (
  unit integer not null,
  row integer not null,
  code integer, -- null: the export gives none that can be used
  own_number text,
  own_code integer, -- the ministry's own number where it is a dossier's code (`G09.20-…`) and there is no other
  procedure integer,
  procedure_name integer,
  field integer,
  agency integer,
  person text,
  identity text,
  identity_valid integer,
  channel text,
  submitted text,
  received text,
  due text,
  ended text,
  handed text,
  status text,
  handled_by integer,
  account integer,
  components integer,
  digitized integer,
  reused integer,
  electronic_result integer,
  fee_dong integer,
  fingerprint integer not null,
  primary key (unit, row)
) strict, without rowid;

create table payment_row (
  unit integer not null,
  row integer not null,
  code integer,
  transaction_number text not null,
  amount_dong integer not null,
  paid text not null,
  outcome text not null,
  purpose integer,
  intermediary integer,
  fingerprint integer not null,
  primary key (unit, row)
) strict, without rowid;

-- Which rows a file lists, and on which lines: row_first + i stands on line_first + i * line_step.
-- One line tells of a thousand rows when they come in order, as they mostly do.
create table listing (
  unit integer not null,
  file integer not null,
  row_first integer not null,
  row_last integer not null,
  line_first integer not null,
  line_step integer not null,
  primary key (unit, file, line_first)
) strict, without rowid;

create table reject (
  unit integer not null,
  file integer not null,
  line integer not null,
  code integer, -- the dossier, where its code can still be read
  column_name text,
  reason text not null,
  value text,
  raw text not null,
  primary key (unit, file, line)
) strict, without rowid;

create index reject_of_dossier on reject (unit, code);

-- normalize ----------------------------------------------------------------------------------------------------

-- What a system handed over for a window: the files in force. A newer file for the same window replaces an older one.
create table export (
  unit integer not null,
  export integer not null,
  system text not null,
  window_from text not null,
  window_to text not null,
  window_by text not null check (window_by in ('preamble', 'portal', 'events')),
  primary key (unit, export),
  unique (unit, system, window_from)
) strict, without rowid;

create table export_file (
  unit integer not null,
  export integer not null,
  file integer not null,
  reading integer not null,
  primary key (unit, export, file)
) strict, without rowid;

-- One row of one export, and whose dossier it is.
create table record (
  unit integer not null,
  dossier integer not null,
  export integer not null,
  row integer not null,
  linked integer not null, -- 0: by its code; 1: it has none and was matched; 2: by the ministry's own code
  primary key (unit, dossier, export, row)
) strict, without rowid;

-- A row without a code that could not be matched: no candidate, or several.
create table unmatched (
  unit integer not null,
  export integer not null,
  row integer not null,
  candidates text not null, -- JSON: the codes between which nothing decides
  primary key (unit, export, row)
) strict, without rowid;

-- One transaction of one payment export, and whose dossier it is for.
create table payment (
  unit integer not null,
  dossier integer not null,
  export integer not null,
  row integer not null,
  primary key (unit, dossier, export, row)
) strict, without rowid;

-- reconcile ----------------------------------------------------------------------------------------------------

-- What is believed of a dossier: the days of its events, and where it stands.
create table dossier (
  unit integer not null,
  dossier integer not null,
  own integer not null, -- 0: another unit's, listed and never counted
  received_day text, -- null: not received, counted nowhere
  ended_day text, -- the day on which it counts as ended; null while open
  outcome text not null check (outcome in ('none', 'open', 'resolved', 'refused', 'withdrawn')),
  primary key (unit, dossier)
) strict, without rowid;

create index dossier_by_end on dossier (unit, ended_day, received_day);

create table discrepancy (
  unit integer not null,
  discrepancy integer not null,
  key text not null, -- kind, dossier and systems; never a line or a file's name
  kind text not null,
  dossier integer,
  code text,
  system text,
  systems text not null, -- JSON: the systems in its scope
  detail text not null, -- JSON
  place_from text, -- where it falls when no counted dossier says so: a window, or a payment's day
  place_to text,
  state text not null check (state in ('open', 'acknowledged', 'resolved', 'reopened')),
  verified integer not null, -- 0: a system in its scope was silent tonight
  since text not null,
  last_seen text not null,
  primary key (unit, discrepancy),
  unique (unit, key)
) strict, without rowid;

create table discrepancy_source (
  unit integer not null,
  discrepancy integer not null,
  file integer not null,
  line integer not null,
  primary key (unit, discrepancy, file, line)
) strict, without rowid;

-- Every change of a discrepancy's state, by night.
create table discrepancy_event (
  unit integer not null,
  discrepancy integer not null,
  event integer not null,
  as_of text not null,
  run integer not null,
  state text not null,
  primary key (unit, discrepancy, event)
) strict, without rowid;

-- summarize ----------------------------------------------------------------------------------------------------

create table summary (
  unit integer not null,
  period text not null,
  basis text not null,
  from_day text not null,
  to_day text not null,
  as_of text not null,
  document text not null, -- JSON: figures, rates, identities, the reconciliation statement
  primary key (unit, period, basis)
) strict, without rowid;
