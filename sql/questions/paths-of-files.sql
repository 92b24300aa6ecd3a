-- Under which path was each file met last?
with last_met as (
  select file, max(sighting) as sighting from sighting where unit = :unit and file is not null group by file
)
select last_met.file, sighting.path
from last_met
join sighting on sighting.unit = :unit and sighting.sighting = last_met.sighting
order by last_met.file
