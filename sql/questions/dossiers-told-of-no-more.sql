-- Of which of some dossiers does nothing tell any more that is left?
select asked.value as dossier
from json_each(:dossiers) as asked
where not exists (select 1 from source_row where source_row.unit = :unit and source_row.code = asked.value)
  and not exists (select 1 from reject where reject.unit = :unit and reject.code = asked.value)
  and not exists (
    select 1 from record
    join source_row on source_row.unit = record.unit and source_row.row = record.row
    where record.unit = :unit and record.dossier = asked.value
  )
  and asked.value not in (select code from payment_row where unit = :unit and code is not null)
order by asked.value
