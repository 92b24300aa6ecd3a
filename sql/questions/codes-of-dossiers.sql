-- Which codes have these dossiers?
select code.dossier, code.code
from json_each(:dossiers) as wanted
cross join code on code.unit = :unit and code.dossier = wanted.value
