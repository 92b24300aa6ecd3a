-- Which files had been loaded by a night, where and when were they met, and which window do they state?
select
  file.file, file.reading, file.system, file.stated_from, file.stated_to, file.latest_event,
  sighting.sighting, sighting.path, sighting.folder, sighting.name_day, sighting.as_of,
  min(sighting.met, :known_by) as met
from file
join sighting on sighting.unit = file.unit and sighting.file = file.file
where file.unit = :unit and file.state = 'loaded' and sighting.state in ('loaded', 'seen_before')
  and sighting.as_of <= :known_by
order by sighting.sighting
