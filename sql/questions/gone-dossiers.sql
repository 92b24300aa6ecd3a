-- Which dossiers did an earlier file of a window list that the export in force for it lists no more, and is that complete?
with cut as (
  select distinct export_file.export
  from export_file
  join file on file.unit = export_file.unit and file.file = export_file.file
  where export_file.unit = :unit and file.rows_read < file.stated_total
)
select
  gone.dossier, gone.export, gone.export as listed_in, code.code as dossier_code,
  gone.export not in (select export from cut) as complete
from gone
join code on code.unit = gone.unit and code.dossier = gone.dossier
where gone.unit = :unit
order by gone.dossier, gone.export
