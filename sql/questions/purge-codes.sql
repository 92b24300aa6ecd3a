-- Which dossiers are gone? Their numbers stay taken.
update code set code = 'purged/' || dossier where unit = :unit and dossier in (select value from json_each(:dossiers))
