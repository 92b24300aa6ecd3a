-- Which of the unit's dossiers were received by the last day and not ended before the first?
select dossier from dossier
where unit = :unit and own = 1 and received_day <= :to and (ended_day is null or ended_day >= :from)
order by dossier
