-- Do the lines and rows of every file that was loaded by a night add up?
select
  count(*) as files,
  coalesce(sum(physical_lines), 0) as physical,
  coalesce(sum(preamble_lines + header_lines + blank_lines + data_lines + footer_lines), 0) as accounted,
  coalesce(sum(rows_read), 0) as read,
  coalesce(sum(rows_loaded + rows_repeated + rows_rejected), 0) as handled
from file
where unit = :unit and state in ('loaded', 'purged')
  and file in (select file from sighting where unit = :unit and as_of <= :as_of)
