-- Of which dossiers is only a part left?
select dossier from purged_dossier where unit = :unit order by dossier
