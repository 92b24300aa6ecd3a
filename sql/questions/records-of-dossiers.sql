-- What does each export say of these dossiers?
select
  record.dossier, code.code as dossier_code, record.export, record.row, record.linked,
  source_row.own_number, source_row.procedure, source_row.procedure_name, source_row.field, source_row.agency,
  source_row.person, source_row.identity, source_row.identity_valid, source_row.channel,
  source_row.submitted, source_row.received, source_row.due, source_row.ended, source_row.handed,
  source_row.status, source_row.handled_by, source_row.account,
  source_row.components, source_row.digitized, source_row.reused, source_row.electronic_result, source_row.fee_dong
from json_each(:dossiers) as wanted
cross join record on record.unit = :unit and record.dossier = wanted.value
join code on code.unit = record.unit and code.dossier = record.dossier
join source_row on source_row.unit = record.unit and source_row.row = record.row
order by record.dossier, record.export, record.row
