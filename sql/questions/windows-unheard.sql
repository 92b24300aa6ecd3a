-- Of how many dossiers of each window did which systems say nothing?
select window_from, unheard, count(*) as dossiers from dossier
where unit = :unit and unheard is not null
group by window_from, unheard
order by window_from nulls first, unheard
