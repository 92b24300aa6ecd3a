-- Which of these dossiers does an export in force, or a payment, still tell of?
select wanted.value as dossier
from json_each(:dossiers) as wanted
where exists (select 1 from dossier where dossier.unit = :unit and dossier.dossier = wanted.value)
  or exists (select 1 from payment where payment.unit = :unit and payment.dossier = wanted.value)
