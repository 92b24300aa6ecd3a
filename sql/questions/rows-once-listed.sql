-- What did the files of a window, also those that are out of force, say of a dossier, and on which lines?
with met as (
  select file, max(as_of) as as_of, max(sighting) as sighting
  from sighting where unit = :unit group by file
)
select
  source_row.row, window_file.file, listing.line_first + (source_row.row - listing.row_first) * listing.line_step as line, met.as_of,
  source_row.agency, source_row.account, source_row.received, source_row.status, source_row.handed
from source_row
cross join window_file on window_file.unit = :unit and window_file.export = :export
cross join listing on listing.unit = :unit and listing.file = window_file.file
  and source_row.row between listing.row_first and listing.row_last
join met on met.file = window_file.file
where source_row.unit = :unit and source_row.code = :dossier
order by met.as_of, met.sighting, line
