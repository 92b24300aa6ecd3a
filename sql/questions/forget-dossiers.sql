-- Which dossiers are settled anew?
delete from dossier where unit = :unit and dossier in (select value from json_each(:dossiers))
