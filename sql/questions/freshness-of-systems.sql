-- How far does what each system handed over reach, and when did its last file come?
select
  export.system, max(export.window_to) as reaches,
  (
    select max(sighting.as_of) from sighting
    join file on file.unit = sighting.unit and file.file = sighting.file
    where sighting.unit = :unit and file.system = export.system and file.state = 'loaded'
  ) as came
from export
where export.unit = :unit
group by export.system
order by export.system
