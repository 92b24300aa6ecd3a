-- Which files stand behind the exports in force that touch some days, and under which path had each been met by a night?
with met as (
  select file, max(sighting) as sighting
  from sighting
  where unit = :unit and as_of <= :as_of and file is not null
  group by file
)
select distinct sighting.path as file, file.sha256, file.system
from export
join export_file on export_file.unit = export.unit and export_file.export = export.export
join file on file.unit = export_file.unit and file.file = export_file.file
join met on met.file = file.file
join sighting on sighting.unit = export.unit and sighting.sighting = met.sighting
where export.unit = :unit and export.window_from <= :to and export.window_to >= :from
order by sighting.path, file.sha256
