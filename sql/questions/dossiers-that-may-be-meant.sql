-- Which rows with a code tell of one of these persons, or of one of these procedures on one of these days? (Of some
-- of the procedures and days only those whose identity is missing or damaged.)
select
  record.dossier, source_row.procedure, substr(source_row.received, 1, 10) as day, source_row.identity, source_row.person
from record
join source_row on source_row.unit = record.unit and source_row.row = record.row
where record.unit = :unit and record.linked = 0
  and (
    source_row.identity in (select value from json_each(:identities))
    or source_row.procedure || ' ' || substr(source_row.received, 1, 10) in (select value from json_each(:blocks))
    or (
      source_row.identity_valid is distinct from 1
      and source_row.procedure || ' ' || substr(source_row.received, 1, 10) in (select value from json_each(:doubtful))
    )
  )
