-- Where do some dossiers stand?
select code.dossier, code.code, dossier.own, dossier.received_day, dossier.ended_day
from json_each(:dossiers) as asked
join code on code.unit = :unit and code.dossier = asked.value
left join dossier on dossier.unit = :unit and dossier.dossier = asked.value
order by code.code
