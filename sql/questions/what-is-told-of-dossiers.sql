-- What do the rows with a code say of these dossiers, as far as it tells one dossier from another?
select
  record.dossier, record.export,
  source_row.procedure, source_row.received, source_row.identity, source_row.identity_valid, source_row.person
from json_each(:dossiers) as wanted
cross join record on record.unit = :unit and record.dossier = wanted.value
join source_row on source_row.unit = record.unit and source_row.row = record.row
where record.linked = 0
