-- Which dossiers were the transactions of a payment export for?
insert into payment (unit, dossier, export, row)
select distinct payment_row.unit, payment_row.code, export_file.export, payment_row.row
from export_file
cross join listing on listing.unit = export_file.unit and listing.file = export_file.file
cross join payment_row on payment_row.unit = listing.unit and payment_row.row between listing.row_first and listing.row_last
where export_file.unit = :unit and export_file.export = :export and payment_row.code is not null
