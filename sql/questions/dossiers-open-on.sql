-- Which of the unit's dossiers were received by a day and had not ended by it?
select dossier from dossier indexed by dossier_by_end
where unit = :unit and own = 1 and ended_day is null and received_day <= :day
union all
select dossier from dossier indexed by dossier_by_end
where unit = :unit and own = 1 and ended_day > :day and received_day <= :day
order by dossier
