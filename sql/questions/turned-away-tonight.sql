-- Which files did a run not take?
select sighting.path, sighting.state, file.system, coalesce(file.reason, sighting.reason) as reason
from sighting
left join file on file.unit = sighting.unit and file.file = sighting.file
where sighting.unit = :unit and sighting.run = :run and sighting.state in ('refused', 'unclaimed', 'not_ready')
order by sighting.path
