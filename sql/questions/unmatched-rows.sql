-- Which rows without a code could not be matched, and between which dossiers did they stand?
select
  unmatched.export, unmatched.row, unmatched.candidates, export.system, export.window_from, export.window_to,
  source_row.own_number, source_row.fingerprint, source_row.received
from unmatched
join export on export.unit = unmatched.unit and export.export = unmatched.export
join source_row on source_row.unit = unmatched.unit and source_row.row = unmatched.row
where unmatched.unit = :unit
order by unmatched.export, unmatched.row
