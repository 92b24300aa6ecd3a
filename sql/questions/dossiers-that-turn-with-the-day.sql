-- Of which dossiers may more, or less, be wrong on a later day, though nothing new is told of them?
select dossier from dossier indexed by dossier_by_end
where unit = :unit and ended_day is null -- open and due by then, or not received within its hours
union
select dossier from dossier
where unit = :unit and ended_day > :as_of -- it had not happened yet
union
select dossier from discrepancy
where unit = :unit and kind = 'impossible_dates' and state <> 'resolved' and dossier is not null -- days to come
order by dossier
