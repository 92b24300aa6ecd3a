-- Which kept files are in force, for which days, and under which path was each met last?
select distinct
  export.system, export.window_from as "from", export.window_to as "to", sighting.path, file.sha256
from export
cross join export_file on export_file.unit = export.unit and export_file.export = export.export
cross join file on file.unit = export_file.unit and file.file = export_file.file
cross join sighting on sighting.unit = file.unit and sighting.sighting = (
  select max(last.sighting) from sighting as last where last.unit = :unit and last.file = file.file
)
where export.unit = :unit
order by sighting.path, export.window_to, export.window_from, file.sha256
