-- Of which dossiers do some files tell: by a row, a linked one, one that cannot be read, or a payment?
with told as materialized (
  select file.file, file.system from json_each(:files) as wanted
  cross join file on file.unit = :unit and file.file = wanted.value
),
row_told as (
  select source_row.code as dossier
  from told
  cross join listing on listing.unit = :unit and listing.file = told.file
  cross join source_row on source_row.unit = :unit and source_row.row between listing.row_first and listing.row_last
  where told.system <> 'dvcqg-thanhtoan' and source_row.code is not null
  union all
  select payment_row.code
  from told
  cross join listing on listing.unit = :unit and listing.file = told.file
  cross join payment_row on payment_row.unit = :unit and payment_row.row between listing.row_first and listing.row_last
  where told.system = 'dvcqg-thanhtoan' and payment_row.code is not null
  union all
  select reject.code
  from told
  cross join reject not indexed on reject.unit = :unit and reject.file = told.file
  union all
  select record.dossier
  from told
  cross join export_file on export_file.unit = :unit and export_file.file = told.file
  cross join record on record.unit = :unit and record.export = export_file.export
)
select distinct dossier from row_told
where +dossier is not null -- not looked for in the index of rejects by dossier
order by dossier
