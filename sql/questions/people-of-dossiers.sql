-- Whose dossiers are these, with which numbers, as each export says?
select distinct code.code, source_row.person, source_row.identity
from json_each(:codes) as wanted
join code on code.unit = :unit and code.code = wanted.value
cross join record on record.unit = code.unit and record.dossier = code.dossier
join source_row on source_row.unit = record.unit and source_row.row = record.row
order by code.code, source_row.person nulls first, source_row.identity nulls first
