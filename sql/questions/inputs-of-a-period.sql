-- Which files stand behind the exports in force that touch some days, and under which path had each been met by a night?
select distinct sighting.path as file, file.sha256, file.system
from export
join export_file on export_file.unit = export.unit and export_file.export = export.export
join file on file.unit = export_file.unit and file.file = export_file.file
join sighting on sighting.unit = export.unit and sighting.sighting = (
  select last.sighting from sighting as last
  where last.unit = :unit and last.file = file.file and last.as_of <= :as_of
  order by last.sighting desc limit 1
)
where export.unit = :unit and export.window_from <= :to and export.window_to >= :from
order by sighting.path, file.sha256
