-- On which lines of which files do the exports that touch a period tell of these dossiers?
select distinct
  record.dossier, export.system, sighting.path as file,
  listing.line_first + (record.row - listing.row_first) * listing.line_step as line
from json_each(:dossiers) as wanted
cross join record on record.unit = :unit and record.dossier = wanted.value
cross join export on export.unit = :unit and export.export = record.export and export.window_from <= :to and export.window_to >= :from
cross join export_file on export_file.unit = :unit and export_file.export = record.export
cross join listing on listing.unit = :unit and listing.file = export_file.file
  and record.row between listing.row_first and listing.row_last
cross join sighting on sighting.unit = :unit and sighting.sighting = (
  select max(last.sighting) from sighting as last where last.unit = :unit and last.file = export_file.file
)
order by record.dossier, export.system, sighting.path, line
