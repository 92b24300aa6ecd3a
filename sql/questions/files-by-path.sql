-- Which contents were met under which paths, the latest last, and in which state is each?
select sighting.path, file.file, file.sha256, file.state
from sighting
join file on file.unit = sighting.unit and file.file = sighting.file
where sighting.unit = :unit
order by sighting.sighting
