-- Which kept files are in force, for which days, and under which path was each met last?
with last_met as (
  select file, max(sighting) as sighting from sighting where unit = :unit and file is not null group by file
)
select distinct
  export.system, export.window_from as "from", export.window_to as "to", sighting.path, file.sha256
from export
join export_file on export_file.unit = export.unit and export_file.export = export.export
join file on file.unit = export_file.unit and file.file = export_file.file
join last_met on last_met.file = file.file
join sighting on sighting.unit = file.unit and sighting.sighting = last_met.sighting
where export.unit = :unit
order by sighting.path
