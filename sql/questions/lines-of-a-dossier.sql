-- On which lines of which files was a dossier told of, on which night did each come, and is it in force?
with told as (
  select record.export, record.row from record where record.unit = :unit and record.dossier = :dossier
  union
  select once_listed.export, source_row.row
  from once_listed
  join source_row on source_row.unit = once_listed.unit and source_row.code = once_listed.dossier
  where once_listed.unit = :unit and once_listed.dossier = :dossier
),
met as (
  select file, min(as_of) as night, max(sighting) as sighting from sighting where unit = :unit and file is not null group by file
)
select distinct
  met.night, export.system, sighting.path as file,
  listing.line_first + (told.row - listing.row_first) * listing.line_step as line,
  exists (
    select 1 from export_file
    where export_file.unit = :unit and export_file.export = told.export and export_file.file = window_file.file
  ) as "inForce"
from told
join export on export.unit = :unit and export.export = told.export
join window_file on window_file.unit = :unit and window_file.export = told.export
cross join listing on listing.unit = :unit and listing.file = window_file.file
  and told.row between listing.row_first and listing.row_last
join met on met.file = window_file.file
join sighting on sighting.unit = :unit and sighting.sighting = met.sighting
order by met.night, export.system, sighting.path, line
