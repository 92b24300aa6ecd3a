-- Which rows without a code could not be matched, between which dossiers and rows did they stand, and which dossiers
-- are proposed?
select
  unmatched.export, unmatched.row, unmatched.candidates, unmatched.rivals, unmatched.proposals,
  export.system, export.window_from, export.window_to,
  source_row.own_number, source_row.received
from unmatched
join export on export.unit = unmatched.unit and export.export = unmatched.export
join source_row on source_row.unit = unmatched.unit and source_row.row = unmatched.row
where unmatched.unit = :unit
order by export.window_to, unmatched.export, unmatched.row
