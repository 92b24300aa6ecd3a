-- What was said of a discrepancy, from which night on: a line only where it is not what was said before.
create table discrepancy_version (
  unit integer not null,
  discrepancy integer not null,
  as_of text not null,
  verified integer not null,
  last_seen text not null, -- where it is verified and open, it is seen on every later night as well
  detail text not null,
  place_from text,
  place_to text,
  primary key (unit, discrepancy, as_of)
) strict, without rowid;

insert into discrepancy_version (unit, discrepancy, as_of, verified, last_seen, detail, place_from, place_to)
select unit, discrepancy, since, verified, last_seen, detail, place_from, place_to from discrepancy;
