-- Which exports are in force, and which files make each of them?
select
  export.export, export.system, export.window_from, export.window_to, export.window_by, export.came, export.met,
  export_file.file, export_file.reading
from export
join export_file on export_file.unit = export.unit and export_file.export = export.export
where export.unit = :unit
order by export.export, export_file.file
