-- Which files stand in the inbox that were refused for their header?
with latest as (
  select path, max(sighting) as sighting from sighting where unit = :unit group by path
)
select file.file, file.system, file.reason, sighting.as_of
from latest
join sighting on sighting.unit = :unit and sighting.sighting = latest.sighting
join file on file.unit = sighting.unit and file.file = sighting.file
where file.state = 'refused' and file.system is not null
  and sighting.run = (select max(run) from run where unit = :unit and command in ('nightly', 'run load'))
order by file.file
