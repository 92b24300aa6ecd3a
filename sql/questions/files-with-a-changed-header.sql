-- Which files stand in the inbox that were refused for their header?
select file.file, file.system, file.reason, sighting.as_of
from sighting
cross join file on file.unit = sighting.unit and file.file = sighting.file
where sighting.unit = :unit
  and sighting.run = (select max(run) from run where unit = :unit and command in ('nightly', 'run load'))
  and sighting.sighting = (
    select max(last.sighting) from sighting as last where last.unit = :unit and last.path = sighting.path
  )
  and file.state = 'refused' and file.system is not null
order by file.file
