-- When did some of the unit's dossiers begin and end?
select dossier.dossier, dossier.received_day, dossier.ended_day
from json_each(:dossiers) as wanted
cross join dossier on dossier.unit = :unit and dossier.dossier = wanted.value and dossier.own = 1
