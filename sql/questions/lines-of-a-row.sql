-- On which lines of which files does a row of an export stand?
select listing.file, listing.line_first + (:row - listing.row_first) * listing.line_step as line
from export_file
cross join listing on listing.unit = export_file.unit and listing.file = export_file.file
where export_file.unit = :unit and export_file.export = :export and :row between listing.row_first and listing.row_last
order by listing.file, line
