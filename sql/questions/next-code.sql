-- Which number is free for the next dossier?
select coalesce(max(dossier), 0) + 1 as id from code where unit = :unit
