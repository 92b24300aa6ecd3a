-- Which dossiers did a file of a window list that no other file of it has?
insert into once_listed (unit, export, dossier)
select distinct source_row.unit, cast(:export as bigint), source_row.code
from listing
cross join source_row on source_row.unit = listing.unit and source_row.row between listing.row_first and listing.row_last
where listing.unit = :unit and listing.file = :file and source_row.code is not null
on conflict do nothing
