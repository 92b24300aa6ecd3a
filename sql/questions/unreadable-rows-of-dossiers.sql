-- Which rows that could not be read name one of these dossiers?
select reject.code as dossier, code.code as dossier_code, export_file.export, reject.file, reject.line, reject.column_name, reject.reason, reject.value
from json_each(:dossiers) as wanted
cross join reject on reject.unit = :unit and reject.code = wanted.value
join export_file on export_file.unit = reject.unit and export_file.file = reject.file
join code on code.unit = reject.unit and code.dossier = reject.code
order by reject.code, reject.file, reject.line
