-- On which lines of which files was a dossier told of, on which night did each come, and is it in force?
with told as (
  select record.export, record.row from record where record.unit = :unit and record.dossier = :dossier
  union
  select once_listed.export, source_row.row
  from export
  cross join once_listed on once_listed.unit = export.unit and once_listed.export = export.export and once_listed.dossier = :dossier
  join source_row on source_row.unit = once_listed.unit and source_row.code = once_listed.dossier
  where export.unit = :unit
)
select distinct
  (select min(met.as_of) from sighting as met indexed by sighting_of_file where met.unit = :unit and met.file = window_file.file) as night,
  export.system, sighting.path as file,
  listing.line_first + (told.row - listing.row_first) * listing.line_step as line,
  exists (
    select 1 from export_file
    where export_file.unit = :unit and export_file.export = told.export and export_file.file = window_file.file
  ) as "inForce"
from told
cross join export on export.unit = :unit and export.export = told.export
cross join window_file on window_file.unit = :unit and window_file.export = told.export
cross join listing on listing.unit = :unit and listing.file = window_file.file
  and told.row between listing.row_first and listing.row_last
cross join sighting on sighting.unit = :unit and sighting.sighting = (
  select max(last.sighting) from sighting as last where last.unit = :unit and last.file = window_file.file
)
order by night, export.system, sighting.path, line
