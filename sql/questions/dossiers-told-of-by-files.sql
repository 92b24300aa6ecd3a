-- Of which dossiers do some files tell: by a row, a linked one, one that cannot be read, or a payment?
with told as (
  select value as file from json_each(:files)
),
listed as (
  select listing.row_first, listing.row_last, file.system
  from told
  join listing on listing.unit = :unit and listing.file = told.file
  join file on file.unit = :unit and file.file = told.file
)
select source_row.code as dossier
from listed
join source_row on source_row.unit = :unit and source_row.row between listed.row_first and listed.row_last
where listed.system <> 'dvcqg-thanhtoan' and source_row.code is not null
union
select payment_row.code
from listed
join payment_row on payment_row.unit = :unit and payment_row.row between listed.row_first and listed.row_last
where listed.system = 'dvcqg-thanhtoan' and payment_row.code is not null
union
select reject.code from told
join reject on reject.unit = :unit and reject.file = told.file
where reject.code is not null
union
select record.dossier from told
join export_file on export_file.unit = :unit and export_file.file = told.file
join record on record.unit = :unit and record.export = export_file.export
order by dossier
