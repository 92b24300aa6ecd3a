-- On which lines of which kept files does a row of an export stand, and under which path was each met last?
select
  listing.line_first + (:row - listing.row_first) * listing.line_step as line, file.sha256,
  sighting.path
from export_file
cross join listing on listing.unit = export_file.unit and listing.file = export_file.file
cross join file on file.unit = listing.unit and file.file = listing.file
cross join sighting on sighting.unit = :unit and sighting.sighting = (
  select max(last.sighting) from sighting as last where last.unit = :unit and last.file = listing.file
)
where export_file.unit = :unit and export_file.export = :export and :row between listing.row_first and listing.row_last
order by listing.file, line
