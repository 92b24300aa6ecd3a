-- Which of the unit's dossiers were received by a day and had not ended by it?
select dossier from dossier
where unit = :unit and own = 1 and received_day <= :day and (ended_day is null or ended_day > :day)
order by dossier
