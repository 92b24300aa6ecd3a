-- Which number has the last dossier?
select coalesce(max(dossier), 0) as last from code where unit = :unit
