-- How far does what each system handed over reach, and when did its last file come?
with last_came as (
  select file.system, max(sighting.as_of) as came
  from sighting
  join file on file.unit = sighting.unit and file.file = sighting.file
  where sighting.unit = :unit and file.state = 'loaded'
  group by file.system
)
select export.system, max(export.window_to) as reaches, last_came.came
from export
left join last_came on last_came.system = export.system
where export.unit = :unit
group by export.system, last_came.came
order by export.system
