-- Which files stand behind the exports in force that touch some days, and under which path had each been met by a night?
with behind as materialized (
  select distinct export_file.file
  from export
  cross join export_file on export_file.unit = export.unit and export_file.export = export.export
  where export.unit = :unit and export.window_from <= :to and export.window_to >= :from
)
select distinct sighting.path as file, file.sha256, file.system
from behind
cross join file on file.unit = :unit and file.file = behind.file
cross join sighting on sighting.unit = :unit and sighting.sighting = (
  select max(last.sighting) from sighting as last indexed by sighting_of_file
  where last.unit = :unit and last.file = behind.file and last.as_of <= :as_of
)
order by sighting.path, file.sha256
