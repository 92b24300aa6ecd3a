-- What do the cells that are asked for say of these rows, wherever their columns stand and whatever stands beside them?
select
  source_row.row,
  json_array(
    procedure.text, source_row.person, source_row.identity, source_row.received, source_row.submitted, source_row.due,
    source_row.ended, source_row.handed, source_row.status, source_row.channel, source_row.written_code,
    procedure_name.text, field.text, agency.text, account.text, handled_by.text, source_row.components,
    source_row.digitized, source_row.reused, source_row.electronic_result, source_row.fee_dong
  ) as said
from json_each(:rows) as wanted
cross join source_row on source_row.unit = :unit and source_row.row = wanted.value
left join word as procedure on procedure.unit = :unit and procedure.word = source_row.procedure
left join word as procedure_name on procedure_name.unit = :unit and procedure_name.word = source_row.procedure_name
left join word as field on field.unit = :unit and field.word = source_row.field
left join word as agency on agency.unit = :unit and agency.word = source_row.agency
left join word as account on account.unit = :unit and account.word = source_row.account
left join word as handled_by on handled_by.unit = :unit and handled_by.word = source_row.handled_by
