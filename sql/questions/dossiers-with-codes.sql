-- Which dossiers have these codes?
select code.dossier, code.code
from json_each(:codes) as wanted
cross join code on code.unit = :unit and code.code = wanted.value
