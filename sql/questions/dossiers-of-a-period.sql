-- Which of the unit's dossiers were received by the last day and not ended before the first?
select dossier from dossier indexed by dossier_by_end
where unit = :unit and own = 1 and ended_day is null and received_day <= :to
union all
select dossier from dossier indexed by dossier_by_end
where unit = :unit and own = 1 and ended_day >= :from and received_day <= :to
order by dossier
