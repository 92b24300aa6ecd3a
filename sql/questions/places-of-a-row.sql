-- On which lines of which kept files does a row of an export stand, and under which path was each met last?
select
  listing.line_first + (:row - listing.row_first) * listing.line_step as line, file.sha256,
  (
    select sighting.path from sighting
    where sighting.unit = :unit and sighting.file = listing.file
    order by sighting.sighting desc limit 1
  ) as path
from export_file
cross join listing on listing.unit = export_file.unit and listing.file = export_file.file
join file on file.unit = listing.unit and file.file = listing.file
where export_file.unit = :unit and export_file.export = :export and :row between listing.row_first and listing.row_last
order by listing.file, line
