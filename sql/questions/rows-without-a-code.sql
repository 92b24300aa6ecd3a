-- Which rows of the exports in force have no code that can be used, and what do they say instead?
select
  export_file.export, source_row.row, source_row.own_number, source_row.own_code, source_row.written_code,
  source_row.procedure, source_row.received, source_row.identity, source_row.identity_valid, source_row.person
from export_file
join export on export.unit = export_file.unit and export.export = export_file.export
cross join listing on listing.unit = export_file.unit and listing.file = export_file.file
cross join source_row indexed by source_row_without_code
  on source_row.unit = listing.unit and source_row.row between listing.row_first and listing.row_last
where export_file.unit = :unit and export.system <> 'dvcqg-thanhtoan' and source_row.code is null
group by export_file.export, source_row.unit, source_row.row
order by export_file.export, source_row.row
