-- Which kept files does a database name, and under which path was each met last?
select
  unit.agency_code as agency,
  file.sha256,
  coalesce(
    (
      select sighting.path from sighting
      where sighting.unit = file.unit and sighting.sighting = (
        select max(last.sighting) from sighting as last where last.unit = file.unit and last.file = file.file
      )
    ),
    file.sha256
  ) as path
from file
join unit on unit.unit = file.unit
where file.state <> 'purged'
order by file.unit, file.file;
