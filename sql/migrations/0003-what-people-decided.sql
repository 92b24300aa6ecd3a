-- What people decided, and what they were shown unmasked. Lines are added and never changed; no run writes here.

-- The last line of a key holds. A discrepancy is named by its key: that is for good, whatever a night writes anew.
create table acknowledgement (
  unit integer not null,
  acknowledgement integer not null,
  key text not null,
  decision text not null check (decision in ('acknowledged', 'reopened')),
  until_day text, -- it holds until this day is over; null: reopened
  why text,
  decided_by text not null,
  decided_at text not null,
  as_of text not null, -- the night whose list was decided on
  run integer not null, -- the last run before it: what a later one resolves is acknowledged no longer
  primary key (unit, acknowledgement),
  check ((decision = 'acknowledged') = (until_day is not null)),
  check (decision = 'reopened' or why is not null)
) strict, without rowid;

create index acknowledgement_of_key on acknowledgement (unit, key, acknowledgement);

-- Names and numbers that were shown: when, by whom, why, and of which discrepancies.
create table unmasking (
  unit integer not null,
  unmasking integer not null,
  as_of text not null,
  unmasked_by text not null,
  unmasked_at text not null,
  why text not null,
  keys text not null, -- JSON
  primary key (unit, unmasking)
) strict, without rowid;
