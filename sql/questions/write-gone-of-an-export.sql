-- Which dossiers has an export listed once and does not list any more, not even in a row that cannot be read?
with unreadable as (
  select reject.code as dossier
  from export_file
  join reject on reject.unit = export_file.unit and reject.file = export_file.file
  where export_file.unit = :unit and export_file.export = :export and reject.code is not null
)
insert into gone (unit, export, dossier)
select once_listed.unit, once_listed.export, once_listed.dossier
from once_listed
where once_listed.unit = :unit and once_listed.export = :export
  and not exists (
    select 1 from record
    where record.unit = :unit and record.dossier = once_listed.dossier and record.export = once_listed.export
  )
  and once_listed.dossier not in (select dossier from unreadable)
