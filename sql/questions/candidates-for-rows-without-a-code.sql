-- To which dossiers could a row without a code belong: the same person, received on the same day, and not listed
-- with its code by the same export?
with without_code as materialized (
  select export_file.export, source_row.row, source_row.identity, substr(source_row.received, 1, 10) as day
  from export_file
  join export on export.unit = export_file.unit and export.export = export_file.export
  join listing on listing.unit = export_file.unit and listing.file = export_file.file
  join source_row on source_row.unit = listing.unit and source_row.row between listing.row_first and listing.row_last
  where export_file.unit = :unit and export.system <> 'dvcqg-thanhtoan'
    and source_row.code is null and source_row.identity is not null
  group by export_file.export, source_row.row
)
select distinct without_code.export, without_code.row, record.dossier, candidate.procedure, candidate.person
from record
join source_row as candidate on candidate.unit = record.unit and candidate.row = record.row
cross join without_code on without_code.identity = candidate.identity and without_code.day = substr(candidate.received, 1, 10)
where record.unit = :unit and record.linked = 0
  and not exists (
    select 1 from record as listed
    where listed.unit = record.unit and listed.dossier = record.dossier and listed.export = without_code.export and listed.linked = 0
  )
  and not exists (
    select 1 from reject
    join export_file on export_file.unit = reject.unit and export_file.file = reject.file
    where reject.unit = record.unit and reject.code = record.dossier and export_file.export = without_code.export
  )
order by without_code.export, without_code.row, record.dossier
