-- What stood under this path when it was last looked at, on which night was that, and was it taken?
select sighting.sighting, sighting.as_of, sighting.state, file.sha256
from sighting
left join file on file.unit = sighting.unit and file.file = sighting.file
where sighting.unit = :unit and sighting.path = :path
order by sighting.sighting desc
limit 1
