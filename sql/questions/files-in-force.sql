-- What do the files of the exports in force state of themselves?
select
  export.export, export.system, export.window_from, export.window_to,
  file.file, file.physical_lines, file.stated_total, file.rows_read, file.drift
from export
join export_file on export_file.unit = export.unit and export_file.export = export.export
join file on file.unit = export_file.unit and file.file = export_file.file
where export.unit = :unit
order by export.system, export.window_from, file.file
