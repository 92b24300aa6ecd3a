-- Whose dossiers do the rows of an export with a code tell of?
insert into record (unit, dossier, export, row, linked)
select distinct source_row.unit, source_row.code, export_file.export, source_row.row, 0
from export_file
cross join listing on listing.unit = export_file.unit and listing.file = export_file.file
cross join source_row on source_row.unit = listing.unit and source_row.row between listing.row_first and listing.row_last
where export_file.unit = :unit and export_file.export = :export and source_row.code is not null
