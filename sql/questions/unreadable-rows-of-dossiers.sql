-- Which rows that could not be read name one of these dossiers?
select reject.code as dossier, code.code as dossier_code, export_file.export, reject.file, reject.line, reject.column_name, reject.reason, reject.value
from json_each(:dossiers) as wanted
cross join reject indexed by reject_of_dossier on reject.unit = :unit and reject.code = wanted.value
cross join export_file on export_file.unit = reject.unit and export_file.file = reject.file
cross join code on code.unit = reject.unit and code.dossier = reject.code
order by reject.code, reject.file, reject.line
