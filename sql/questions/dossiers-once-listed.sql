-- Which dossiers did a window list once and lists no more?
select distinct dossier from gone where unit = :unit order by dossier
