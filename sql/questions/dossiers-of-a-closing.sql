-- How did a period count each of its dossiers when it was closed?
select document from closed_dossier
where unit = :unit and period = :period and closing = :closing
order by dossier
