-- Which kept files does a database name, and under which path was each met last?
select
  unit.agency_code as agency,
  file.sha256,
  coalesce(
    (
      select sighting.path from sighting
      where sighting.unit = file.unit and sighting.file = file.file
      order by sighting.sighting desc limit 1
    ),
    file.sha256
  ) as path
from file
join unit on unit.unit = file.unit
where file.state <> 'purged'
order by file.unit, file.file;
