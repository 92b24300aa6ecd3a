-- Do the lines and rows of the files behind some days add up?
with behind as (
  select distinct export_file.file
  from export
  join export_file on export_file.unit = export.unit and export_file.export = export.export
  where export.unit = :unit and export.window_from <= :to and export.window_to >= :from
)
select
  count(*) as files,
  coalesce(sum(physical_lines), 0) as physical,
  coalesce(sum(preamble_lines + header_lines + blank_lines + data_lines + footer_lines), 0) as accounted,
  coalesce(sum(rows_read), 0) as read,
  coalesce(sum(rows_loaded + rows_repeated + rows_rejected), 0) as handled
from behind
join file on file.unit = :unit and file.file = behind.file
