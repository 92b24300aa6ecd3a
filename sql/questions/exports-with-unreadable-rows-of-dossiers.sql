-- Which exports list one of these dossiers on a row that could not be read?
select distinct reject.code as dossier, export_file.export
from json_each(:dossiers) as wanted
cross join reject on reject.unit = :unit and reject.code = wanted.value
cross join export_file on export_file.unit = reject.unit and export_file.file = reject.file
