-- Which changes from night to night are of dossiers that go?
delete from change where unit = :unit and dossier in (select value from json_each(:dossiers))
